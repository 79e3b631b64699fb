import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { FIELD_TEXT_MAX, FilledFields } from '@candour/shared/fields.js';
import { Api, as } from '../../core/api';
import { troubleOf, type Trouble } from '../../core/problems';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { ConversationStore } from '../conversation.store';
import { shownOf, valueOf, type FilledField } from './ticket-field-rules';

/** The fields of the ticket's topic, filled in where they stand; each is sent as it is left. */
@Component({
  selector: 'cd-ticket-fields',
  imports: [MatFormField, MatInput, MatLabel, MatOption, MatSelect, TroubleNote],
  template: `
    @if (fields().length > 0) {
      <div class="fields dense">
        @for (field of fields(); track field.id) {
          <mat-form-field subscriptSizing="dynamic">
            <mat-label>{{ field.labels[words.language()] }}</mat-label>
            @if (field.kind === 'choice') {
              <mat-select
                [value]="field.value ?? ''"
                [disabled]="!may()"
                (selectionChange)="write(field, $event.value)"
              >
                <mat-option value="">–</mat-option>
                @for (choice of field.choices; track choice.id) {
                  <mat-option [value]="choice.id">{{ choice.labels[words.language()] }}</mat-option>
                }
              </mat-select>
            } @else {
              <input
                #box
                matInput
                autocomplete="off"
                class="figures"
                [type]="types[field.kind]"
                [attr.step]="field.kind === 'number' ? 'any' : null"
                [attr.maxlength]="field.kind === 'text' ? max : null"
                [value]="shown(field)"
                [disabled]="!may()"
                [attr.aria-invalid]="unfit() === field.id"
                [attr.aria-describedby]="unfit() === field.id ? 'field-unfit' : null"
                (change)="write(field, box.validity.badInput ? '?' : box.value)"
                (keydown.enter)="box.blur()"
                (keydown.escape)="box.value = shown(field)"
              />
            }
          </mat-form-field>
        }
      </div>
      <p id="field-unfit" class="small-type" role="alert">{{ unfit() ? t('problem.field-unfit') : '' }}</p>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" [retries]="!!filled.error()" (retry)="filled.reload()" />
    }
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 8px;
    }
    mat-form-field {
      min-width: 0;
    }
    mat-form-field:last-child:nth-child(odd) {
      grid-column: 1 / -1;
    }
    /* The browser's own parts of a day are taller than a line of text. */
    input[type='date'] {
      block-size: 24px;
    }
    p {
      color: var(--mat-sys-error);
    }
    p:empty {
      display: none;
    }
  `,
})
export class TicketFieldList {
  readonly may = input.required<boolean>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly store = inject(ConversationStore);
  protected readonly max = FIELD_TEXT_MAX;
  protected readonly types = { text: 'text', number: 'number', date: 'date', choice: 'text' } as const;
  /** Colleagues fill in fields too: each change is a fact on the time line. */
  private readonly changes = computed(
    () => this.store.log().entries.filter(({ fact }) => fact?.code === 'fields-changed').length,
  );
  private readonly topic = computed(() => this.store.conversation()?.topic);
  protected readonly filled = httpResource(
    () => {
      this.changes();
      const id = this.store.id();
      return this.topic() && id ? { url: `/api/tickets/${id}/fields` } : undefined;
    },
    { parse: as(FilledFields) },
  );
  protected readonly fields = computed(() => (this.filled.hasValue() ? this.filled.value().fields : []));
  protected readonly unfit = signal<string | undefined>(undefined);
  private readonly refused = signal<Trouble | undefined>(undefined);
  protected readonly trouble = computed(
    () => this.refused() ?? (this.filled.error() ? troubleOf(this.filled.error()) : undefined),
  );
  protected readonly shown = shownOf;

  protected async write(field: FilledField, written: string): Promise<void> {
    const id = this.store.id();
    const value = valueOf(field, written);
    this.refused.set(undefined);
    this.unfit.set(value === undefined ? field.id : undefined);
    if (!id || value === undefined || value === (field.value ?? null)) return;
    try {
      const ask = { values: { [field.id]: value } };
      const filled = await this.api.send('PATCH', `/api/tickets/${id}/fields`, FilledFields, ask);
      if (this.store.id() === id) this.filled.set(filled);
    } catch (error) {
      this.refused.set(troubleOf(error));
    }
  }
}
