import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { SignInByLink } from '@candour/shared/staff.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { Doorway } from './doorway';

/** Takes the token out of the address bar at once: the part after `#` never reaches a server or its log. */
function takeToken(): string {
  const token = decodeURIComponent(location.hash.slice(1));
  if (token) history.replaceState(history.state, '', location.pathname);
  return token;
}

@Component({
  selector: 'cd-link',
  imports: [Doorway, FormField, MatButton, MatError, MatFormField, MatHint, MatInput, MatLabel, TroubleNote],
  providers: [deskFields],
  template: `
    <cd-doorway [title]="t('link.title')">
      @if (token) {
        <form class="form" novalidate (submit)="signIn($event)">
          @if (trouble(); as trouble) {
            <cd-trouble [of]="trouble" />
          }
          <p>{{ t('link.intro') }}</p>
          <mat-form-field>
            <mat-label>{{ t('password.next') }}</mat-label>
            <input matInput type="password" autocomplete="new-password" [formField]="form.password" />
            <mat-hint>{{ t('password.hint') }}</mat-hint>
            <mat-error>{{ fields.first(form.password().errors(), form.password().value()) }}</mat-error>
          </mat-form-field>
          <button mat-flat-button type="submit" [disabled]="form().submitting()">{{ t('link.do') }}</button>
        </form>
      } @else {
        <p>{{ t('link.missing') }}</p>
      }
    </cd-doorway>
  `,
})
export default class LinkPage {
  protected readonly t = inject(Words).t;
  protected readonly fields = inject(FieldWords);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly token = takeToken();
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly form = form(signal({ token: this.token, password: '' }), (path) => {
    validateStandardSchema(path, SignInByLink);
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await sendForm(this.form, this.trouble, (value) => this.session.signInByLink(value));
    if (sent) await this.router.navigateByUrl('/');
  }
}
