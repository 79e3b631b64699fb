import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FoundCustomers, type CustomerSearch as Ask } from '@candour/shared/merging.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { deskFields } from '../ui/fields';

/** Least that is looked for: a whole address or number is never shorter. */
const LEAST: Ask['q']['length'] = 5;

/** Looks a customer up by a whole e-mail address or telephone number; what was found is read off `rows`. */
@Component({
  selector: 'cd-customer-search',
  imports: [MatFormField, MatIcon, MatIconButton, MatInput, MatLabel],
  providers: [deskFields],
  template: `
    <form class="row dense" role="search" novalidate (submit)="search($event)">
      <mat-form-field class="grow" subscriptSizing="dynamic">
        <mat-label>{{ t('customers.find') }}</mat-label>
        <input
          matInput
          type="search"
          autocomplete="off"
          maxlength="254"
          [value]="typed()"
          (input)="typed.set($any($event.target).value)"
        />
      </mat-form-field>
      <button mat-icon-button type="submit" [attr.aria-label]="t('customers.search')">
        <mat-icon svgIcon="search" />
      </button>
    </form>
  `,
})
export class CustomerSearch {
  protected readonly t = inject(Words).t;
  protected readonly typed = signal('');
  private readonly asked = signal<string | undefined>(undefined);
  private readonly found = httpResource(
    () => {
      const q = this.asked();
      return q === undefined ? undefined : { url: '/api/customers', params: { q } };
    },
    { parse: as(FoundCustomers) },
  );
  /** Undefined until somebody was looked for. */
  readonly rows = computed(() => (this.found.hasValue() ? this.found.value().rows : undefined));
  readonly error = this.found.error;

  protected search(event: Event): void {
    event.preventDefault();
    const q = this.typed().trim();
    this.asked.set(q.length < LEAST ? undefined : q);
  }
}
