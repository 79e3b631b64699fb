import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import type { Dismissal, Jurisdiction, RequestType, Suggestion } from '@candour/shared/requests.js';
import { dismissals, jurisdictions, requestTypes, Suggestions } from '@candour/shared/requests.js';
import { Api } from '../core/api';
import { Dates } from '../core/dates';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { Spotted } from './spotted-panel';

/** What reads like a privacy request, with the deed that it takes: open it, as this or as another type, or say it is none. */
@Component({
  selector: 'cd-request-offer-panel',
  imports: [MatButton, MatFormField, MatIcon, MatLabel, MatOption, MatSelect, RouterLink, TroubleNote],
  templateUrl: './request-offer-panel.html',
  styleUrl: './request-offer-panel.scss',
})
export class RequestOfferPanel {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly spotted = inject(Spotted);
  protected readonly types = requestTypes;
  protected readonly places = jurisdictions;
  protected readonly reasons = dismissals;
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly api = inject(Api);
  protected readonly readable = inject(Session).can('request.read');
  /** One at a time, the oldest first: its clock runs longest. */
  protected readonly offered = computed(() => this.spotted.rows().findLast(({ status }) => status === 'offered'));
  protected readonly opened = computed(() => this.spotted.rows().flatMap(({ request }) => request ?? []));
  private readonly key = computed(() => this.offered()?.id);
  protected readonly type = linkedSignal<string | undefined, RequestType | undefined>({
    source: this.key,
    computation: () => this.offered()?.type,
  });
  protected readonly place = linkedSignal<string | undefined, Jurisdiction>({
    source: this.key,
    computation: () => this.offered()?.offer?.jurisdiction ?? 'unknown',
  });
  protected readonly dismissing = linkedSignal<string | undefined, boolean>({
    source: this.key,
    computation: () => false,
  });

  protected open(one: Suggestion): Promise<void> {
    return this.send(`${one.id}/open`, { type: this.type() ?? one.type, jurisdiction: this.place() });
  }

  protected dismiss(one: Suggestion, reason: Dismissal): Promise<void> {
    return this.send(`${one.id}/dismiss`, { reason });
  }

  private async send(path: string, body: object): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.api.send('POST', `/api/request-suggestions/${path}`, Suggestions, body);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
      this.spotted.resource.reload();
    }
  }
}
