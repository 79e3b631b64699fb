import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Reading } from '@candour/shared/contact.js';
import { OrderCodeAsk } from '@candour/shared/own-returns.js';
import * as z from 'zod';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { CodeFields } from './form-fields';
import { ReturnForm } from './return-form';

const Fields = z.object({ orderNumber: OrderCodeAsk.shape.orderNumber, email: OrderCodeAsk.shape.email });

/** Returns of one order: its number, a code from the mailbox kept with it, and only then what is in it. */
@Component({
  selector: 'cd-help-give-back',
  imports: [FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, ReturnForm, RouterLink, TroubleNote],
  providers: [deskFields],
  template: `
    @if (token(); as token) {
      <cd-return-form [token]="token" (lost)="over($event)" />
    } @else {
      <h1 #heading tabindex="-1">{{ t('giveBack.title') }}</h1>
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" />
      }
      @if (asked(); as asked) {
        <p class="lead" role="status">{{ t('giveBack.codeSent', { email: asked.email }) }}</p>
        <form class="form" novalidate (submit)="open($event)">
          <mat-form-field>
            <mat-label>{{ t('contact.code') }}</mat-label>
            <input #code matInput inputmode="numeric" autocomplete="one-time-code" [formField]="codeForm.code" />
            <mat-error>{{ t('contact.codeWanted') }}</mat-error>
          </mat-form-field>
          <div class="row wrap">
            <button mat-flat-button type="submit" [disabled]="codeForm().submitting()">{{ t('giveBack.open') }}</button>
            <button mat-button type="button" (click)="again()">{{ t('contact.another') }}</button>
          </div>
        </form>
      } @else {
        <p class="lead">{{ t('giveBack.intro') }}</p>
        <form class="form" novalidate (submit)="ask($event)">
          <mat-form-field>
            <mat-label>{{ t('giveBack.orderNumber') }}</mat-label>
            <input matInput autocomplete="off" [formField]="askForm.orderNumber" />
            <mat-error>{{ fields.first(askForm.orderNumber().errors(), askForm.orderNumber().value()) }}</mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('contact.email') }}</mat-label>
            <input matInput type="email" autocomplete="email" [formField]="askForm.email" />
            <mat-error>{{ fields.first(askForm.email().errors(), askForm.email().value()) }}</mat-error>
          </mat-form-field>
          <button mat-flat-button type="submit" [disabled]="askForm().submitting()">{{ t('contact.sendCode') }}</button>
        </form>
        <p>
          <a routerLink="/help/withdraw">{{ t('giveBack.withdraw') }}</a>
        </p>
      }
    }
  `,
  styleUrl: './write.scss',
})
export default class GiveBack {
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly code = viewChild<ElementRef<HTMLElement>>('code');
  protected readonly token = signal<string | undefined>(undefined);
  protected readonly asked = signal<z.infer<typeof Fields> | undefined>(undefined);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly askForm = form(signal({ orderNumber: '', email: '' }), (path) => {
    validateStandardSchema(path, Fields);
  });
  protected readonly codeForm = form(signal({ code: '' }), (path) => {
    validateStandardSchema(path, CodeFields);
  });

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await sendForm(this.askForm, this.trouble, async (value) => {
      const asked = Fields.parse(value);
      await this.api.tell('POST', '/api/help/returns/code', { ...asked, language: this.words.language() });
      this.asked.set(asked);
    });
    if (sent) setTimeout(() => this.code()?.nativeElement.focus());
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    await sendForm(this.codeForm, this.trouble, async (value) => {
      const ask = { ...this.asked(), ...CodeFields.parse(value) };
      this.token.set((await this.api.send('POST', '/api/help/returns/open', Reading, ask)).token);
    });
  }

  protected again(): void {
    this.asked.set(undefined);
    this.trouble.set(undefined);
    this.codeForm().value.set({ code: '' });
    setTimeout(() => this.heading()?.nativeElement.focus());
  }

  /** The hour is over: another code. */
  protected over(trouble: unknown): void {
    this.token.set(undefined);
    this.again();
    this.trouble.set(trouble);
  }
}
