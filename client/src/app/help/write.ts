import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { FormTaken, HelpDesk } from '@candour/shared/contact.js';
import { topics, type Topic } from '@candour/shared/words.js';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';
import { FormFields, newFormId } from './form-fields';

/** A message without a chat: it becomes a ticket, whose receipt and answers go to the address. */
@Component({
  selector: 'cd-help-write',
  imports: [
    FormField,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    RouterLink,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h1 #heading tabindex="-1">{{ number() ? t('contact.taken') : t('contact.write') }}</h1>
    @if (number(); as number) {
      <div role="status">
        <p class="number">{{ t('contact.number', { number }) }}</p>
        <p>{{ t('contact.takenMore', { email: sentTo() }) }}</p>
      </div>
      <p>
        <a routerLink="/help">{{ t('help.contact') }}</a>
      </p>
    } @else {
      <p class="lead">{{ t('contact.writeIntro') }}</p>
      <form class="form" novalidate (submit)="send($event)">
        @if (trouble() ?? desk.error(); as trouble) {
          <cd-trouble [of]="trouble" [retries]="!!desk.error()" (retry)="desk.reload()" />
        }
        <mat-form-field>
          <mat-label>{{ t('contact.topic') }}</mat-label>
          <mat-select [formField]="form.topic">
            @for (topic of topics; track topic) {
              <mat-option [value]="topic">{{ words.of('topic', topic) }}</mat-option>
            }
          </mat-select>
          <mat-error>{{ t('contact.topicWanted') }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('contact.text') }}</mat-label>
          <textarea matInput rows="7" [formField]="form.text"></textarea>
          <mat-hint>{{ t('contact.textHint') }}</mat-hint>
          <mat-error>{{ fields.first(form.text().errors(), form.text().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('contact.email') }}</mat-label>
          <input matInput type="email" autocomplete="email" [formField]="form.email" />
          <mat-hint>{{ t('contact.emailHint') }}</mat-hint>
          <mat-error>{{ fields.first(form.email().errors(), form.email().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('contact.name') }}</mat-label>
          <input matInput autocomplete="name" [formField]="form.name" />
          <mat-error>{{ fields.first(form.name().errors(), form.name().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('contact.orderNumber') }}</mat-label>
          <input matInput autocomplete="off" [formField]="form.orderNumber" />
          <mat-error>{{ fields.first(form.orderNumber().errors(), form.orderNumber().value()) }}</mat-error>
        </mat-form-field>
        <p class="quiet small-type">
          {{ t('help.never') }} {{ t('help.kept') }} <a routerLink="/help/policy">{{ t('help.policy') }}</a>
        </p>
        <button mat-flat-button type="submit" [disabled]="form().submitting() || !desk.hasValue()">
          {{ t('contact.send') }}
        </button>
      </form>
    }
  `,
  styleUrl: './write.scss',
})
export default class Write {
  /** From the address. */
  readonly topic = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  protected readonly topics = topics;
  protected readonly number = signal(0);
  protected readonly sentTo = signal('');
  protected readonly trouble = signal<unknown>(undefined);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  /** Sent again after an answer that was lost, it is the same form. */
  private readonly formId = newFormId();
  private readonly written = signal({ topic: '' as Topic | '', text: '', email: '', name: '', orderNumber: '' });
  protected readonly form = form(this.written, (path) => {
    validateStandardSchema(path, FormFields);
  });
  protected readonly desk = httpResource(
    () => ({ url: '/api/help/desk', params: { language: this.words.language() } }),
    { parse: as(HelpDesk) },
  );
  private readonly chosen = computed(() => topics.find((topic) => topic === this.topic()));

  constructor() {
    effect(() => {
      const topic = this.chosen();
      if (topic) this.written.update((written) => ({ ...written, topic }));
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.desk.hasValue()) return;
    const { policyVersion } = this.desk.value();
    await sendForm(this.form, this.trouble, async (value) => {
      const { topic, text, email, name, orderNumber } = FormFields.parse(value);
      const { number } = await this.api.send('POST', '/api/help/contact', FormTaken, {
        ...{ formId: this.formId, language: this.words.language(), policyVersion, topic, text, email },
        ...(name ? { name } : {}),
        ...(orderNumber ? { orderNumber } : {}),
      });
      this.sentTo.set(email);
      this.number.set(number);
      this.heading().nativeElement.focus();
    });
  }
}
