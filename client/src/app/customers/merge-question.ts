import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { CustomerMergeAsked } from '@candour/shared/merging.js';
import { Api } from '../core/api';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { troubleOf } from '../core/problems';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { CustomerLine } from './customer-line';

/** It was asked to merge two customers: what the reader may say to that. */
@Component({
  selector: 'cd-merge-question',
  imports: [CustomerLine, MatButton, MatFormField, MatIcon, MatInput, MatLabel, TroubleNote, When],
  template: `
    <div class="pair">
      <cd-customer-line [of]="of().from" />
      <mat-icon class="small" svgIcon="arrow_downward" [attr.aria-label]="t('customers.goesInto')" />
      <cd-customer-line [of]="of().into" />
    </div>
    <p class="quiet small-type">
      {{ t('customers.askedBy', { name: of().askedBy.name }) }} <cd-when [at]="of().askedAt" />
    </p>
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    @if (of().may === 'wait' || of().may === 'take-back') {
      <p class="small-type">{{ t('customers.waitsForSecond') }}</p>
    }
    @if (of().may === 'confirm') {
      <p class="small-type">{{ t('customers.alone', { at: dates.moment(of().confirmFrom ?? 0) }) }}</p>
      <mat-form-field class="dense" subscriptSizing="dynamic">
        <mat-label>{{ t('customers.password') }}</mat-label>
        <input
          matInput
          type="password"
          autocomplete="current-password"
          [value]="password()"
          (input)="password.set($any($event.target).value)"
        />
      </mat-form-field>
    }
    <div class="row wrap">
      @if (of().may === 'decide' || of().may === 'confirm') {
        <button mat-flat-button type="button" [disabled]="busy() || tooEarly()" (click)="say('approve')">
          {{ t('customers.approve') }}
        </button>
      }
      @if (of().may !== 'wait') {
        <button mat-button type="button" [disabled]="busy()" (click)="say('reject')">
          {{ t(of().may === 'decide' ? 'customers.reject' : 'customers.takeBack') }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
      padding: 12px;
      border: var(--edge);
      border-radius: 12px;
    }
    p {
      margin: 0;
    }
  `,
})
export class MergeQuestion {
  readonly of = input.required<CustomerMergeAsked>();
  readonly decided = output();
  protected readonly t = inject(Words).t;
  protected readonly dates = inject(Dates);
  private readonly now = inject(Now);
  private readonly api = inject(Api);
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected tooEarly(): boolean {
    const { may, confirmFrom = 0 } = this.of();
    return may === 'confirm' && (confirmFrom > this.now.at() || this.password() === '');
  }

  protected async say(what: 'approve' | 'reject'): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const body = what === 'approve' && this.password() !== '' ? { password: this.password() } : {};
      await this.api.tell('POST', `/api/customer-merges/${this.of().id}/${what}`, body);
      this.decided.emit();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
      this.password.set('');
    }
  }
}
