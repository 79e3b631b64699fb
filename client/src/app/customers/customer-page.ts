import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Customer } from '@candour/shared/customers.js';
import { CustomerPage as Page, type MergedCustomer } from '@candour/shared/merging.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { troubleOf } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Address } from '../ui/address';
import { Confirm } from '../ui/confirm';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { CustomerLine } from './customer-line';
import { CustomerSearch } from './customer-search';
import { MergeQuestion } from './merge-question';

/** One customer: what is kept of them, by what other names they are known, and who may be the same person. */
@Component({
  selector: 'cd-customer-page',
  imports: [Address, CustomerLine, CustomerSearch, MatButton, MergeQuestion, RouterLink, TroubleNote, When],
  templateUrl: './customer-page.html',
  styleUrl: './customer-page.scss',
})
export default class CustomerPage {
  readonly id = input.required<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly mayAsk = computed(() => this.session.can('customer.merge-ask'));
  protected readonly mayOpen = computed(() => this.session.can('conversation.read'));
  protected readonly page = httpResource(() => `/api/customers/${this.id()}`, { parse: as(Page) });
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  /** What was found and is somebody else. */
  protected others(rows: readonly Customer[] | undefined, own: string): readonly Customer[] | undefined {
    return rows?.filter(({ id }) => id !== own);
  }

  protected came(one: MergedCustomer): string {
    const kinds = (['orders', 'conversations', 'requests', 'blocks'] as const).filter((kind) => one[kind] > 0);
    const said = kinds.map((kind) => this.words.count(`customers.${kind}`, one[kind]));
    return said.length === 0 ? this.t('customers.cameNothing') : this.t('customers.came', { what: said.join(', ') });
  }

  /** The other one becomes part of the one that is shown. */
  protected async ask(other: Customer, own: Customer): Promise<void> {
    const names = { from: nameOf(other), into: nameOf(own) };
    const agreed = await this.confirm.ask({
      title: this.t('customers.askTitle', names),
      text: this.t('customers.askMore', names),
      deed: this.t('customers.ask'),
    });
    if (agreed) await this.change(() => this.api.tell('POST', `/api/customers/${other.id}/merge`, { into: own.id }));
  }

  protected async undo({ id, customer }: MergedCustomer): Promise<void> {
    const agreed = await this.confirm.ask({
      title: this.t('customers.undoTitle', { name: nameOf(customer) }),
      text: this.t('customers.undoMore'),
      deed: this.t('customers.undo'),
    });
    if (agreed) await this.change(() => this.api.tell('POST', `/api/customer-merges/${id}/undo`));
  }

  private async change(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await work();
      this.page.reload();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

const nameOf = ({ name, email, phone, id }: Customer): string => name ?? email ?? phone ?? id.slice(-8);
