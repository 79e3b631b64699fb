import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Macro, TicketAction } from '@candour/shared/macros.js';
import { SetMacro } from '@candour/shared/macros.js';
import { topics, type Topic } from '@candour/shared/words.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { deskFields } from '../ui/fields';
import { TroubleNote } from '../ui/trouble-note';
import { ActionList } from './action-list';
import { MacrosStore } from './macros.store';

/** Writes a macro, or changes the one it was opened with. */
@Component({
  selector: 'cd-macro-dialog',
  imports: [
    ActionList,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ macro ? t('macro.edit', { name: macro.name }) : t('macro.add') }}</h2>
    <form novalidate (submit)="save($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <div class="three">
          <mat-form-field>
            <mat-label>{{ t('macro.name') }}</mat-label>
            <input
              #nameField
              matInput
              maxlength="60"
              autocomplete="off"
              [value]="name()"
              (input)="name.set(nameField.value)"
            />
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('reply.topic') }}</mat-label>
            <mat-select [value]="topic()" (selectionChange)="topic.set($event.value)">
              <mat-option [value]="null">{{ t('reply.anyTopic') }}</mat-option>
              @for (one of topics; track one) {
                <mat-option [value]="one">{{ words.of('topic', one) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('reply.whose') }}</mat-label>
            <mat-select
              [value]="shared()"
              [disabled]="!manages || !!macro"
              (selectionChange)="shared.set($event.value)"
            >
              <mat-option [value]="true">{{ t('reply.everybody') }}</mat-option>
              <mat-option [value]="false">{{ t('reply.myself') }}</mat-option>
            </mat-select>
          </mat-form-field>
        </div>
        <cd-action-list [(actions)]="actions" />
        <p class="quiet small-type">{{ t('macro.money') }}</p>
        <p class="small-type wrong" role="status">{{ tried() && !ask().success ? t('macro.unfinished') : '' }}</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="saving()">{{ t('do.save') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .three {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 12px;
    }
    p {
      margin: 0;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class MacroDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(MacrosStore);
  private readonly ref = inject<MatDialogRef<MacroDialog>>(MatDialogRef);
  protected readonly macro = inject<Macro | undefined>(MAT_DIALOG_DATA);
  protected readonly manages = inject(Session).can('reply.manage');
  protected readonly topics = topics;
  protected readonly name = signal(this.macro?.name ?? '');
  protected readonly topic = signal<Topic | null>(this.macro?.topic ?? null);
  protected readonly shared = signal(this.macro?.shared ?? this.manages);
  protected readonly actions = signal<readonly TicketAction[]>(this.macro?.actions ?? []);
  protected readonly saving = signal(false);
  protected readonly tried = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly ask = computed(() =>
    SetMacro.safeParse({ name: this.name(), topic: this.topic(), shared: this.shared(), actions: this.actions() }),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const ask = this.ask();
    if (!ask.success) return;
    this.saving.set(true);
    this.trouble.set(undefined);
    try {
      await this.store.save(this.macro?.id, ask.data);
      this.ref.close();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.saving.set(false);
    }
  }
}
