import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Customer } from '@candour/shared/customers.js';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** From a conversation to the page of its customer, where the desk knows one. */
@Component({
  selector: 'cd-customer-link',
  imports: [RouterLink],
  template: `
    @if (shown()) {
      <a class="small-type" [routerLink]="['/customers', of().id]">{{ t('customers.open') }}</a>
    }
  `,
})
export class CustomerLink {
  readonly of = input.required<Customer>();
  protected readonly t = inject(Words).t;
  private readonly session = inject(Session);
  protected readonly shown = computed(() => this.of().kind === 'identified' && this.session.can('customer.read'));
}
