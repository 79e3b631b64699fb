import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router } from '@angular/router';
import { SignIn as SignInContract } from '@candour/shared/staff.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { Doorway } from './doorway';

const endings = ['session-expired', 'signed-out', 'disabled', 'idle'] as const;

@Component({
  selector: 'cd-sign-in',
  imports: [Doorway, FormField, MatButton, MatError, MatFormField, MatInput, MatLabel, TroubleNote],
  providers: [deskFields],
  template: `
    <cd-doorway [title]="t('signIn.title')">
      @if (ending(); as ending) {
        <p role="status" class="mark ending">{{ words.of('ended', ending) }}</p>
      }
      <form class="form" novalidate (submit)="signIn($event)">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <mat-form-field>
          <mat-label>{{ t('signIn.email') }}</mat-label>
          <input matInput type="email" autocomplete="username" [formField]="form.email" />
          <mat-error>{{ fields.first(form.email().errors(), form.email().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('signIn.password') }}</mat-label>
          <input matInput type="password" autocomplete="current-password" [formField]="form.password" />
          <mat-error>{{ fields.first(form.password().errors(), form.password().value()) }}</mat-error>
        </mat-form-field>
        <button mat-flat-button type="submit" [disabled]="form().submitting()">{{ t('signIn.do') }}</button>
      </form>
      <p class="quiet small-type">{{ t('signIn.help') }}</p>
    </cd-doorway>
  `,
  styles: `
    .ending {
      margin-bottom: 16px;
      white-space: normal;
    }
    form {
      margin-bottom: 16px;
    }
  `,
})
export default class SignInPage {
  /** Where the person was, and why they are here again; from the address. */
  readonly back = input<string>();
  readonly ended = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly ending = computed(() => endings.find((one) => one === this.ended()));
  protected readonly form = form(signal({ email: this.session.lockedFor(), password: '' }), (path) => {
    validateStandardSchema(path, SignInContract);
  });

  protected async signIn(event: Event): Promise<void> {
    event.preventDefault();
    const sent = await sendForm(this.form, this.trouble, (value) =>
      this.session.signIn({ email: value.email.trim(), password: value.password }),
    );
    if (!sent) return;
    const back = this.back();
    // Only ways inside the console; never another address.
    await this.router.navigateByUrl(back && /^\/(?![/\\])/.test(back) ? back : '/');
  }
}
