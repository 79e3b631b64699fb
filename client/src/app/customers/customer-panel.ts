import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField, form, maxLength, readonly, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Level } from '@candour/shared/conversations.js';
import { ContactEmail, ContactPhone, CustomerPanel as Panel } from '@candour/shared/customers.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { OrderPanel } from '../orders/order-panel';
import { Address } from '../ui/address';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { VerifiedMark } from '../ui/verified-mark';
import { When } from '../ui/when';
import { CustomerLink } from './customer-link';

/** Who the customer is as far as is proved, what they claim, and the orders that go with either. */
@Component({
  selector: 'cd-customer-panel',
  imports: [
    Address,
    CustomerLink,
    FormField,
    MatButton,
    MatError,
    MatFormField,
    MatIcon,
    MatInput,
    MatLabel,
    OrderPanel,
    TroubleNote,
    VerifiedMark,
    When,
  ],
  templateUrl: './customer-panel.html',
  styleUrl: './customer-panel.scss',
})
export class CustomerPanel {
  readonly conversationId = input.required<string>();
  /** The person who has the conversation may send codes and note contacts. */
  readonly canVerify = input(false);
  /** As the conversation's row says; a change asks the panel again. */
  readonly level = input<Level>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly panel = httpResource(() => `/api/conversations/${this.conversationId()}/customer`, {
    parse: as(Panel),
  });
  protected readonly levelCode = (level: Level) => `${level}` as const;
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly busy = signal(false);
  protected readonly noted = signal(false);
  protected readonly mayVerify = computed(() => this.canVerify() && this.session.can('customer.verify'));
  /** An order whose address can take a code: only one on file, never one merely claimed. */
  protected readonly codeOrder = computed(() => {
    const panel = this.panel.value();
    return panel?.matches.find((match) => match.order.id === panel.linkedOrderId)?.order ?? panel?.matches[0]?.order;
  });

  private readonly claim = signal({ name: '', email: '', phone: '', orderNumber: '' });
  protected readonly form = form(this.claim, (path) => {
    readonly(path, () => !this.mayVerify());
    maxLength(path.name, 120);
    maxLength(path.orderNumber, 40);
    validate(path.email, ({ value }) => (fits(ContactEmail, value()) ? undefined : { kind: 'email' }));
    validate(path.phone, ({ value }) => (fits(ContactPhone, value()) ? undefined : { kind: 'phone' }));
  });

  constructor() {
    effect(() => {
      const claimed = this.panel.hasValue() ? this.panel.value().claimed : {};
      const { name = '', email = '', phone = '', orderNumber = '' } = claimed;
      this.claim.set({ name, email, phone, orderNumber });
    });
    let before: Level | undefined;
    effect(() => {
      const level = this.level();
      if (before !== undefined && level !== before) untracked(() => this.panel.reload());
      before = level;
    });
  }

  protected async note(event: Event): Promise<void> {
    event.preventDefault();
    this.noted.set(false);
    const sent = await sendForm(this.form, this.trouble, async (value) => {
      const contact = Object.fromEntries(
        Object.entries(value)
          .map(([name, text]) => [name, text.trim()])
          .filter(([, text]) => text),
      );
      const url = `/api/conversations/${this.conversationId()}/contact`;
      this.panel.set(await this.api.send('PATCH', url, Panel, contact));
    });
    this.noted.set(sent);
  }

  protected sendCode(): Promise<void> {
    const orderId = this.codeOrder()?.id;
    return this.change('POST', 'code', orderId ? { orderId } : {});
  }

  protected link(orderId: string | null): Promise<void> {
    return this.change('PUT', 'order', { orderId });
  }

  private async change(method: 'POST' | 'PUT', what: string, body: object): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      this.panel.set(await this.api.send(method, `/api/conversations/${this.conversationId()}/${what}`, Panel, body));
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

/** An empty field is no claim at all. */
function fits(contract: { safeParse(value: unknown): { success: boolean } }, value: string): boolean {
  return value.trim() === '' || contract.safeParse(value.trim()).success;
}
