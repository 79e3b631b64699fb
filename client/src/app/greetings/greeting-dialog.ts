import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { GREETING_TEXT_MAX, Greetings, WriteGreeting, type Greeting } from '@candour/shared/greetings.js';
import { languages, topics, type Language, type Topic } from '@candour/shared/words.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';

/** Writes a rule of greeting, or changes the one it was opened with. */
@Component({
  selector: 'cd-greeting-dialog',
  imports: [DialogForm, MatCheckbox, MatFormField, MatHint, MatInput, MatLabel, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="rule ? t('greeting.edit', { path: rule.path }) : t('greeting.add')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy()"
      [wrong]="sending.tried() && !ask().success ? t('greeting.unfinished') : ''"
      (sent)="save()"
    >
      <mat-form-field>
        <mat-label>{{ t('greeting.path') }}</mat-label>
        <input
          #pathField
          matInput
          maxlength="200"
          autocomplete="off"
          spellcheck="false"
          [value]="path()"
          (input)="path.set(pathField.value)"
        />
        <mat-hint>{{ t('greeting.pathHint') }}</mat-hint>
      </mat-form-field>
      <div class="columns">
        <mat-form-field>
          <mat-label>{{ t('greeting.after') }}</mat-label>
          <input
            #afterField
            matInput
            type="number"
            min="0"
            max="600"
            step="1"
            [value]="after()"
            (input)="after.set(afterField.valueAsNumber)"
          />
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('greeting.topic') }}</mat-label>
          <mat-select [value]="topic()" (selectionChange)="topic.set($event.value)">
            <mat-option [value]="undefined">{{ t('greeting.noTopic') }}</mat-option>
            @for (one of topics; track one) {
              <mat-option [value]="one">{{ words.of('topic', one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </div>
      <mat-checkbox [checked]="whileOpen()" (change)="whileOpen.set($event.checked)">
        {{ t('greeting.whileOpen') }}
      </mat-checkbox>
      <mat-checkbox [checked]="on()" (change)="on.set($event.checked)">{{ t('greeting.on') }}</mat-checkbox>
      <p class="quiet small-type">{{ t('greeting.words') }}</p>
      @for (language of languages; track language) {
        <mat-form-field>
          <mat-label>{{ words.of('language', language) }}</mat-label>
          <input
            #field
            matInput
            autocomplete="off"
            [attr.lang]="language"
            [attr.maxlength]="longest"
            [value]="texts()[language] ?? ''"
            (input)="say(language, field.value)"
          />
        </mat-form-field>
      }
    </cd-dialog-form>
  `,
})
export class GreetingDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<GreetingDialog, Greetings>>(MatDialogRef);
  protected readonly rule = inject<Greeting | undefined>(MAT_DIALOG_DATA);
  protected readonly languages = languages;
  protected readonly topics = topics;
  protected readonly longest = GREETING_TEXT_MAX;
  protected readonly path = signal(this.rule?.path ?? '/');
  protected readonly after = signal(this.rule?.after ?? 20);
  protected readonly topic = signal<Topic | undefined>(this.rule?.topic);
  protected readonly whileOpen = signal(this.rule?.whileOpen ?? true);
  protected readonly on = signal(this.rule?.on ?? true);
  protected readonly texts = signal<Partial<Record<Language, string>>>(this.rule?.text ?? {});
  protected readonly sending = new Sending();
  protected readonly ask = computed(() => {
    const said = Object.entries(this.texts()).filter(([, words]) => words.trim() !== '');
    return WriteGreeting.safeParse({
      ...{ path: this.path(), after: this.after(), whileOpen: this.whileOpen(), on: this.on() },
      ...(this.topic() ? { topic: this.topic() } : {}),
      text: Object.fromEntries(said),
    });
  });

  protected say(language: Language, words: string): void {
    this.texts.update((texts) => ({ ...texts, [language]: words }));
  }

  protected save(): Promise<void> {
    return this.sending.send(this.ask().data, async (ask) => {
      const url = this.rule ? `/api/greetings/${this.rule.id}` : '/api/greetings';
      this.ref.close(await this.api.send(this.rule ? 'PUT' : 'POST', url, Greetings, ask));
    });
  }
}
