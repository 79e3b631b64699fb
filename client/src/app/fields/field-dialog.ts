import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { CHOICES_MOST, fieldKinds, type Labels } from '@candour/shared/fields.js';
import { topics } from '@candour/shared/words.js';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { fitting, newChoice, type Field } from './fields-rules';
import { LabelFields } from './label-fields';

/** What a ticket is asked for: its name in four languages, its kind, and of a choice what can be chosen. */
@Component({
  selector: 'cd-field-dialog',
  imports: [DialogForm, LabelFields, MatButton, MatFormField, MatIcon, MatIconButton, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t(data.fresh ? 'ticketFields.add' : 'ticketFields.edit')"
      [blocked]="!fits()"
      (sent)="done()"
    >
      <div class="columns">
        <mat-form-field>
          <mat-label>{{ t('ticket.topic') }}</mat-label>
          <mat-select [value]="field().topic" (valueChange)="set({ topic: $event })">
            @for (topic of topics; track topic) {
              <mat-option [value]="topic">{{ words.of('topic', topic) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('ticketFields.kind') }}</mat-label>
          <mat-select [value]="field().kind" (valueChange)="set({ kind: $event })">
            @for (kind of kinds; track kind) {
              <mat-option [value]="kind">{{ words.of('fieldKind', kind) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </div>
      <h3>{{ t('ticketFields.name') }}</h3>
      <cd-label-fields
        [labels]="field().labels"
        [name]="t('ticketFields.name')"
        (labelsChange)="set({ labels: $event })"
      />
      @if (field().kind === 'choice') {
        <h3>{{ t('ticketFields.choices') }}</h3>
        @for (choice of field().choices; track choice.id; let i = $index) {
          <div class="choice">
            <cd-label-fields
              class="grow"
              [labels]="choice.labels"
              [name]="t('ticketFields.choice', { n: i + 1 })"
              (labelsChange)="name(choice.id, $event)"
            />
            <button
              mat-icon-button
              type="button"
              [attr.aria-label]="t('ticketFields.removeChoice', { n: i + 1 })"
              (click)="without(choice.id)"
            >
              <mat-icon svgIcon="close" />
            </button>
          </div>
        }
        @if (field().choices.length < most) {
          <button mat-stroked-button type="button" class="add" (click)="more()">
            <mat-icon svgIcon="add" />{{ t('ticketFields.addChoice') }}
          </button>
        }
      }
      <p class="quiet small-type" role="status">{{ fits() ? '' : t('ticketFields.unfit') }}</p>
    </cd-dialog-form>
  `,
  styles: `
    h3 {
      font-size: var(--size-body);
      font-weight: 550;
    }
    .choice {
      display: flex;
      gap: 4px;
      padding-bottom: 12px;
      border-bottom: var(--edge);
    }
    .add {
      align-self: start;
    }
  `,
})
export class FieldDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly data = inject<{ readonly field: Field; readonly fresh: boolean }>(MAT_DIALOG_DATA);
  private readonly ref = inject<MatDialogRef<FieldDialog, Field>>(MatDialogRef);
  protected readonly topics = topics;
  protected readonly kinds = fieldKinds;
  protected readonly most = CHOICES_MOST;
  protected readonly field = signal(this.data.field);
  protected readonly fits = computed(() => fitting(this.field()));

  protected set(change: Partial<Field>): void {
    this.field.update((field) => ({ ...field, ...change }));
    if (change.kind === 'choice' && this.field().choices.length === 0) this.more();
  }

  protected name(id: string, labels: Labels): void {
    this.set({ choices: this.field().choices.map((one) => (one.id === id ? { ...one, labels } : one)) });
  }

  protected more(): void {
    this.set({ choices: [...this.field().choices, newChoice()] });
  }

  protected without(id: string): void {
    this.set({ choices: this.field().choices.filter((one) => one.id !== id) });
  }

  protected done(): void {
    const field = this.fits();
    if (field) this.ref.close(field);
  }
}
