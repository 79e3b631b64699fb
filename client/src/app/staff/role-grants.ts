import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { RoleGrant } from '@candour/shared/staff.js';
import { RoleGrants as Grants } from '@candour/shared/staff.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

/** What waits for a second person, with what the reader may do about it. */
@Component({
  selector: 'cd-role-grants',
  imports: [Empty, MatButton, MatIcon, TroubleNote, When],
  templateUrl: './role-grants.html',
  styleUrl: './role-grants.scss',
})
export class RoleGrants {
  /** Nothing else stands on the page: then it says that nothing waits. */
  readonly alone = input(false);
  readonly decided = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly now = inject(Now);
  protected readonly grants = httpResource(() => '/api/grants', { parse: as(Grants) });
  protected readonly rows = computed(() => (this.grants.hasValue() ? this.grants.value().rows : []));
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  reload(): void {
    this.grants.reload();
  }

  protected mayConfirm({ confirmFrom }: RoleGrant): boolean {
    return confirmFrom !== undefined && confirmFrom <= this.now.at();
  }

  protected decide(grant: RoleGrant, verb: 'approve' | 'reject'): Promise<void> {
    return this.tell(`/api/grants/${grant.id}/${verb}`, {});
  }

  protected confirm(event: Event, grant: RoleGrant, password: string): Promise<void> {
    event.preventDefault();
    return this.tell(`/api/grants/${grant.id}/confirm`, { password });
  }

  private async tell(url: string, body: object): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.api.tell('POST', url, body);
      this.decided.emit();
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.busy.set(false);
      this.grants.reload();
    }
  }
}
