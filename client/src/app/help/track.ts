import { Location } from '@angular/common';
import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { ActivatedRoute } from '@angular/router';
import { Pass, Reading } from '@candour/shared/contact.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { CodeFields, ticketNumber, TrackFields } from './form-fields';
import { Reader } from './reader';

/** The way back to a conversation: by the link of a mail, confirmed by a click, or by its number and a code. */
@Component({
  selector: 'cd-help-track',
  imports: [FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, Reader, TroubleNote],
  providers: [deskFields],
  template: `
    @if (token(); as token) {
      <cd-reader [token]="token" (lost)="over($event)" />
    } @else {
      <h1 #heading tabindex="-1">{{ pass() ? t('contact.linkTitle') : t('contact.track') }}</h1>
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" />
      }
      @if (pass()) {
        <p class="lead">{{ t('contact.linkIntro') }}</p>
        <button mat-flat-button type="button" [disabled]="opening()" (click)="confirm()">
          {{ t('contact.linkOpen') }}
        </button>
      } @else if (asked()) {
        <p class="lead" role="status">{{ t('contact.codeSent', { email: asked()?.email ?? '' }) }}</p>
        <form class="form" novalidate (submit)="open($event)">
          <mat-form-field>
            <mat-label>{{ t('contact.code') }}</mat-label>
            <input #code matInput inputmode="numeric" autocomplete="one-time-code" [formField]="codeForm.code" />
            <mat-error>{{ t('contact.codeWanted') }}</mat-error>
          </mat-form-field>
          <div class="row wrap">
            <button mat-flat-button type="submit" [disabled]="codeForm().submitting()">{{ t('contact.read') }}</button>
            <button mat-button type="button" (click)="again()">{{ t('contact.another') }}</button>
          </div>
        </form>
      } @else {
        <p class="lead">{{ t('contact.trackIntro') }}</p>
        <form class="form" novalidate (submit)="ask($event)">
          <mat-form-field>
            <mat-label>{{ t('contact.ticketNumber') }}</mat-label>
            <input matInput inputmode="numeric" autocomplete="off" [formField]="askForm.number" />
            <mat-error>{{ t('contact.numberWanted') }}</mat-error>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('contact.email') }}</mat-label>
            <input matInput type="email" autocomplete="email" [formField]="askForm.email" />
            <mat-error>{{ fields.first(askForm.email().errors(), askForm.email().value()) }}</mat-error>
          </mat-form-field>
          <button mat-flat-button type="submit" [disabled]="askForm().submitting()">{{ t('contact.sendCode') }}</button>
        </form>
      }
    }
  `,
  styleUrl: './write.scss',
})
export default class Track {
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly location = inject(Location);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly code = viewChild<ElementRef<HTMLElement>>('code');
  /** Behind the `#` of a mailed link, where no server sees it; it is used by a click and by nothing else. */
  protected readonly pass = signal(Pass.safeParse(inject(ActivatedRoute).snapshot.fragment).data);
  protected readonly token = signal<string | undefined>(undefined);
  protected readonly asked = signal<{ readonly number: number; readonly email: string } | undefined>(undefined);
  protected readonly opening = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly askForm = form(signal({ number: '', email: '' }), (path) => {
    validateStandardSchema(path, TrackFields);
  });
  protected readonly codeForm = form(signal({ code: '' }), (path) => {
    validateStandardSchema(path, CodeFields);
  });

  protected async confirm(): Promise<void> {
    this.opening.set(true);
    this.trouble.set(undefined);
    try {
      this.read(await this.api.send('POST', '/api/help/pass', Reading, { pass: this.pass() }));
    } catch (error) {
      this.pass.set(undefined);
      this.trouble.set(error);
    } finally {
      this.opening.set(false);
    }
  }

  protected async ask(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await sendForm(this.askForm, this.trouble, async (value) => {
      const { number, email } = TrackFields.parse(value);
      const asked = { number: ticketNumber(number), email };
      await this.api.tell('POST', '/api/help/track', { ...asked, language: this.words.language() });
      this.asked.set(asked);
    });
    if (sent) setTimeout(() => this.code()?.nativeElement.focus());
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    await sendForm(this.codeForm, this.trouble, async (value) => {
      const ask = { ...this.asked(), ...CodeFields.parse(value) };
      this.read(await this.api.send('POST', '/api/help/track/open', Reading, ask));
    });
  }

  protected again(): void {
    this.asked.set(undefined);
    this.trouble.set(undefined);
    this.codeForm().value.set({ code: '' });
    setTimeout(() => this.heading()?.nativeElement.focus());
  }

  /** The hour is over, or what was read has gone: another code, or another link. */
  protected over(trouble: unknown): void {
    this.token.set(undefined);
    this.again();
    this.trouble.set(trouble);
  }

  private read({ token }: Reading): void {
    this.token.set(token);
    this.pass.set(undefined);
    // The link stays in the mail, and in no history of this browser.
    this.location.replaceState('/help/track');
  }
}
