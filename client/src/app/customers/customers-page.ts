import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { CustomerMergesAsked } from '@candour/shared/merging.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { CustomerLine } from './customer-line';
import { CustomerSearch } from './customer-search';
import { MergeQuestion } from './merge-question';

/** Customers by address or number, and the merges that wait for a second person. */
@Component({
  selector: 'cd-customers-page',
  imports: [CustomerLine, CustomerSearch, Empty, MergeQuestion, TroubleNote],
  template: `
    <h1>{{ t('title.customers') }}</h1>
    <p class="quiet">{{ t('customers.intro') }}</p>
    <cd-customer-search #search />
    @if (search.error(); as error) {
      <cd-trouble [of]="error" />
    } @else if (search.rows(); as rows) {
      <ul [attr.aria-label]="t('customers.found')">
        @for (one of rows; track one.id) {
          <li><cd-customer-line [of]="one" /></li>
        } @empty {
          <li>
            <cd-empty icon="person" [title]="t('customers.none')">{{ t('customers.noneMore') }}</cd-empty>
          </li>
        }
      </ul>
    }
    @if (waiting(); as rows) {
      @if (rows.length > 0) {
        <h2>{{ t('customers.waiting') }}</h2>
        @for (one of rows; track one.id) {
          <cd-merge-question [of]="one" (decided)="asked.reload()" />
        }
      }
    }
  `,
  styleUrl: './customer-page.scss',
})
export default class CustomersPage {
  protected readonly t = inject(Words).t;
  protected readonly asked = httpResource(() => '/api/customer-merges', { parse: as(CustomerMergesAsked) });
  protected readonly waiting = computed(() => (this.asked.hasValue() ? this.asked.value().rows : []));
}
