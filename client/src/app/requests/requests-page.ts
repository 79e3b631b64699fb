import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { DAY } from '@candour/shared/instant.js';
import type { ClockLine, Jurisdiction } from '@candour/shared/requests.js';
import { jurisdictions, PrivacyRequest, RequestPage } from '@candour/shared/requests.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { pagedList } from '../core/pages';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words, type WordKey } from '../core/words';
import { Empty } from '../ui/empty';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { urgency } from './clock-rules';
import { OpenRequestDialog } from './open-request-dialog';

/** Privacy requests, the nearest deadline first; one of them with its clock explained line by line. */
@Component({
  selector: 'cd-requests-page',
  imports: [
    Empty,
    MatButton,
    MatFormField,
    MatIcon,
    MatIconButton,
    MatLabel,
    MatOption,
    MatSelect,
    RouterLink,
    TableGhost,
    TroubleNote,
    When,
  ],
  host: { '[class.reading]': '!!id()' },
  templateUrl: './requests-page.html',
  styleUrl: './requests-page.scss',
})
export default class RequestsPage {
  /** The request that is open, from the address. */
  readonly id = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly places = jurisdictions;
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly now = inject(Now);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly mayChange = computed(() => this.session.can('request.change'));
  protected readonly mayRead = computed(() => this.session.can('conversation.read'));
  protected readonly requests = pagedList(
    '/api/requests',
    RequestPage,
    computed(() => ({})),
  );
  protected readonly request = httpResource(
    () => {
      const id = this.id();
      return id === undefined ? undefined : `/api/requests/${id}`;
    },
    { parse: as(PrivacyRequest) },
  );

  /** Days left, or over; hours where it is less than two days. */
  protected left(dueAt: number): string {
    const ms = dueAt - this.now.at();
    if (ms < 0) return this.t('request.over', { span: this.dates.span(-ms) });
    if (ms < 2 * DAY) return this.t('request.left', { span: this.dates.span(ms) });
    return this.words.count('request.days', Math.floor(ms / DAY));
  }

  protected urgency(receivedAt: number, dueAt: number): 'waiting' | 'held' | 'breached' {
    return urgency(receivedAt, dueAt, this.now.at());
  }

  protected line({ step, at, n, unit, jurisdiction, source }: ClockLine): string {
    const facts = {
      at: at === undefined ? '' : this.dates.moment(at),
      day: at === undefined ? '' : this.dates.day(at),
      period: n === undefined || !unit ? '' : this.words.count(`period.${unit}`, n),
      where: jurisdiction ? this.words.of('jurisdiction', jurisdiction) : '',
      source: source ?? '',
    };
    return this.t(`clock.${step}` as WordKey, facts);
  }

  /** One that came by letter or phone. */
  protected log(): void {
    this.dialog
      .open<OpenRequestDialog, undefined, string>(OpenRequestDialog, { width: '640px' })
      .afterClosed()
      .subscribe((id) => {
        if (id === undefined) return;
        this.requests.reload();
        void this.router.navigate([], { queryParams: { id } });
      });
  }

  protected async place(id: string, jurisdiction: Jurisdiction): Promise<void> {
    this.trouble.set(undefined);
    try {
      await this.api.send('PUT', `/api/requests/${id}/jurisdiction`, PrivacyRequest, { jurisdiction });
      this.requests.reload();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
    this.request.reload();
  }
}
