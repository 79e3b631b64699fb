import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Macro, TicketAction } from '@candour/shared/macros.js';
import { SetMacro } from '@candour/shared/macros.js';
import type { Topic } from '@candour/shared/words.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import { AudienceFields } from '../ui/audience-fields';
import { ActionList } from './action-list';
import { MacrosStore } from './macros.store';

/** Writes a macro, or changes the one it was opened with. */
@Component({
  selector: 'cd-macro-dialog',
  imports: [DialogForm, ActionList, AudienceFields, MatFormField, MatInput, MatLabel],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="macro ? t('macro.edit', { name: macro.name }) : t('macro.add')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy()"
      [wrong]="sending.tried() && !ask().success ? t('macro.unfinished') : ''"
      (sent)="save()"
    >
      <div class="columns">
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
        <cd-audience-fields [(topic)]="topic" [(shared)]="shared" [kept]="!!macro" />
      </div>
      <cd-action-list [(actions)]="actions" />
      <p class="quiet small-type">{{ t('macro.money') }}</p>
    </cd-dialog-form>
  `,
})
export class MacroDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(MacrosStore);
  private readonly ref = inject<MatDialogRef<MacroDialog>>(MatDialogRef);
  protected readonly macro = inject<Macro | undefined>(MAT_DIALOG_DATA);
  private readonly manages = inject(Session).can('reply.manage');
  protected readonly name = signal(this.macro?.name ?? '');
  protected readonly topic = signal<Topic | null>(this.macro?.topic ?? null);
  protected readonly shared = signal(this.macro?.shared ?? this.manages);
  protected readonly actions = signal<readonly TicketAction[]>(this.macro?.actions ?? []);
  protected readonly sending = new Sending();
  protected readonly ask = computed(() =>
    SetMacro.safeParse({ name: this.name(), topic: this.topic(), shared: this.shared(), actions: this.actions() }),
  );

  protected save(): Promise<void> {
    return this.sending.send(this.ask().data, async (ask) => {
      await this.store.save(this.macro?.id, ask);
      this.ref.close();
    });
  }
}
