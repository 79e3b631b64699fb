import { httpResource } from '@angular/common/http';
import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { HelpDesk } from '@candour/shared/contact.js';
import { WithdrawalForm, WithdrawalTaken } from '@candour/shared/own-returns.js';
import * as z from 'zod';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { newFormId } from './form-fields';

const Fields = z.object({
  orderNumber: WithdrawalForm.shape.orderNumber,
  name: WithdrawalForm.shape.name,
  email: WithdrawalForm.shape.email,
  goods: WithdrawalForm.shape.goods.unwrap(),
});
type Typed = z.infer<typeof Fields>;

/** The statutory withdrawal, without signing in: what is declared, a step to confirm it, and the receipt. */
@Component({
  selector: 'cd-help-withdraw',
  imports: [FormField, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, RouterLink, TroubleNote],
  providers: [deskFields],
  template: `
    <h1 #heading tabindex="-1">{{ taken() ? t('giveBack.withdrawn') : t('giveBack.withdraw') }}</h1>
    @if (trouble() ?? desk.error(); as trouble) {
      <cd-trouble [of]="trouble" [retries]="!!desk.error()" (retry)="desk.reload()" />
    }
    @if (taken(); as taken) {
      <div role="status">
        <p class="number">{{ t('contact.number', { number: taken.number }) }}</p>
        <p>{{ t('giveBack.withdrawnMore', { at: dates.exact(taken.at), email: declared()?.email ?? '' }) }}</p>
      </div>
      <p>
        <a routerLink="/help">{{ t('help.contact') }}</a>
      </p>
    } @else if (declared(); as declared) {
      <p class="lead">{{ t('giveBack.confirmIntro') }}</p>
      <dl>
        <dt>{{ t('giveBack.orderNumber') }}</dt>
        <dd>{{ declared.orderNumber }}</dd>
        <dt>{{ t('giveBack.goods') }}</dt>
        <dd>{{ declared.goods || t('giveBack.allGoods') }}</dd>
        <dt>{{ t('giveBack.name') }}</dt>
        <dd>{{ declared.name }}</dd>
        <dt>{{ t('contact.email') }}</dt>
        <dd>{{ declared.email }}</dd>
      </dl>
      <div class="row wrap">
        <button mat-flat-button type="button" [disabled]="sending() || !desk.hasValue()" (click)="confirm()">
          {{ t('giveBack.confirmWithdrawal') }}
        </button>
        <button mat-button type="button" [disabled]="sending()" (click)="back()">{{ t('giveBack.change') }}</button>
      </div>
    } @else {
      <p class="lead">{{ t('giveBack.withdrawIntro') }}</p>
      <form class="form" novalidate (submit)="declare($event)">
        <mat-form-field>
          <mat-label>{{ t('giveBack.orderNumber') }}</mat-label>
          <input matInput autocomplete="off" [formField]="form.orderNumber" />
          <mat-error>{{ fields.first(form.orderNumber().errors(), form.orderNumber().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('giveBack.goods') }}</mat-label>
          <textarea matInput rows="3" [formField]="form.goods"></textarea>
          <mat-hint>{{ t('giveBack.goodsHint') }}</mat-hint>
          <mat-error>{{ fields.first(form.goods().errors(), form.goods().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('giveBack.name') }}</mat-label>
          <input matInput autocomplete="name" [formField]="form.name" />
          <mat-error>{{ fields.first(form.name().errors(), form.name().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('contact.email') }}</mat-label>
          <input matInput type="email" autocomplete="email" [formField]="form.email" />
          <mat-hint>{{ t('giveBack.emailHint') }}</mat-hint>
          <mat-error>{{ fields.first(form.email().errors(), form.email().value()) }}</mat-error>
        </mat-form-field>
        <button mat-flat-button type="submit">{{ t('giveBack.next') }}</button>
      </form>
    }
  `,
  styleUrl: './write.scss',
})
export default class Withdraw {
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  /** Sent again after an answer that was lost, it is the same form. */
  private readonly formId = newFormId();
  protected readonly declared = signal<Typed | undefined>(undefined);
  protected readonly taken = signal<WithdrawalTaken | undefined>(undefined);
  protected readonly sending = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly form = form(signal<Typed>({ orderNumber: '', name: '', email: '', goods: '' }), (path) => {
    validateStandardSchema(path, Fields);
  });
  protected readonly desk = httpResource(
    () => ({ url: '/api/help/desk', params: { language: this.words.language() } }),
    { parse: as(HelpDesk) },
  );

  protected async declare(event: Event): Promise<void> {
    event.preventDefault();
    const shown = await sendForm(this.form, this.trouble, (value) => {
      this.declared.set(Fields.parse(value));
      return Promise.resolve();
    });
    if (shown) this.heading().nativeElement.focus();
  }

  protected back(): void {
    this.declared.set(undefined);
    this.trouble.set(undefined);
    this.heading().nativeElement.focus();
  }

  protected async confirm(): Promise<void> {
    const declared = this.declared();
    if (!declared || !this.desk.hasValue()) return;
    const { goods, ...rest } = declared;
    this.sending.set(true);
    this.trouble.set(undefined);
    try {
      const { policyVersion } = this.desk.value();
      const form = { formId: this.formId, language: this.words.language(), policyVersion, ...rest };
      this.taken.set(
        await this.api.send('POST', '/api/help/withdrawals', WithdrawalTaken, { ...form, ...(goods ? { goods } : {}) }),
      );
      this.heading().nativeElement.focus();
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
