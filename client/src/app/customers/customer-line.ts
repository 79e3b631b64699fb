import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Customer } from '@candour/shared/customers.js';
import { Words } from '../core/words';

/** One customer in a list: what they are called, and how they are reached. */
@Component({
  selector: 'cd-customer-line',
  imports: [RouterLink],
  template: `
    <a class="cut" [routerLink]="['/customers', of().id]">{{ of().name ?? t('customers.nameless') }}</a>
    <span class="quiet small-type">{{ of().email }}</span>
    @if (of().phone; as phone) {
      <span class="quiet small-type figures">{{ phone }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 2px 10px;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    a {
      font-weight: 500;
    }
  `,
})
export class CustomerLine {
  readonly of = input.required<Customer>();
  protected readonly t = inject(Words).t;
}
