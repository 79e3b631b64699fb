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
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Reply, ReplyTexts } from '@candour/shared/replies.js';
import { REPLY_MAX, ReplyName, replyVariables, SetReply, type ReplyVariable } from '@candour/shared/replies.js';
import { languages, topics, type Language, type Topic } from '@candour/shared/words.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { deskFields } from '../ui/fields';
import { TroubleNote } from '../ui/trouble-note';
import { RepliesStore } from './replies.store';

/** Writes a canned reply, or changes the one it was opened with: a text for each language, variables at a click. */
@Component({
  selector: 'cd-reply-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ reply ? t('reply.editTitle') : t('reply.add') }}</h2>
    <form novalidate (submit)="save($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <div class="three">
          <mat-form-field>
            <mat-label>{{ t('reply.name') }}</mat-label>
            <input #nameField matInput autocomplete="off" [value]="name()" (input)="name.set(nameField.value)" />
            <mat-hint>{{ t('reply.nameHint') }}</mat-hint>
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
              [disabled]="!manages || !!reply"
              (selectionChange)="shared.set($event.value)"
            >
              <mat-option [value]="true">{{ t('reply.everybody') }}</mat-option>
              <mat-option [value]="false">{{ t('reply.myself') }}</mat-option>
            </mat-select>
          </mat-form-field>
        </div>
        <div>
          <p class="row wrap" role="group" [attr.aria-label]="t('reply.variables')">
            @for (one of variables; track one) {
              <button class="mark variable" type="button" (mousedown)="$event.preventDefault()" (click)="put(one)">
                {{ words.of('replyVariable', spelled(one)) }}
              </button>
            }
          </p>
          <p class="quiet small-type">{{ t('reply.variablesHint') }} {{ t('reply.fallback') }}</p>
        </div>
        @for (one of languages; track one) {
          <mat-form-field>
            <mat-label>{{ t('reply.textIn', { language: words.of('language', one) }) }}</mat-label>
            <textarea
              #area
              matInput
              rows="3"
              [lang]="one"
              [attr.maxlength]="most"
              [value]="texts()[one] ?? ''"
              (focus)="lastArea = area; lastLanguage = one"
              (input)="set(one, area.value)"
            ></textarea>
          </mat-form-field>
        }
        <p class="small-type wrong" role="status">{{ tried() ? wrong() : '' }}</p>
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
    .variable {
      border: 0;
      font-family: inherit;
      cursor: pointer;
    }
    p {
      margin: 0 0 4px;
    }
    .wrong {
      color: var(--mat-sys-error);
    }
  `,
})
export class ReplyDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(RepliesStore);
  private readonly ref = inject<MatDialogRef<ReplyDialog>>(MatDialogRef);
  protected readonly reply = inject<Reply | undefined>(MAT_DIALOG_DATA);
  protected readonly manages = inject(Session).can('reply.manage');
  protected readonly languages = languages;
  protected readonly topics = topics;
  protected readonly variables = replyVariables;
  protected readonly most = REPLY_MAX;
  protected readonly name = signal(this.reply?.name ?? '');
  protected readonly topic = signal<Topic | null>(this.reply?.topic ?? null);
  protected readonly shared = signal(this.reply?.shared ?? this.manages);
  protected readonly texts = signal<ReplyTexts>(this.reply?.texts ?? {});
  protected readonly saving = signal(false);
  protected readonly tried = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected lastArea: HTMLTextAreaElement | undefined;
  protected lastLanguage: Language = 'en';

  private readonly ask = computed(() =>
    SetReply.safeParse({ name: this.name(), topic: this.topic(), shared: this.shared(), texts: this.texts() }),
  );
  protected readonly wrong = computed(() => {
    if (this.ask().success) return '';
    if (!ReplyName.safeParse(this.name()).success) return this.t('reply.nameWrong');
    return this.t(Object.keys(this.texts()).length === 0 ? 'reply.noText' : 'reply.unknownVariable');
  });

  protected spelled(name: ReplyVariable) {
    return name.replace('.', '-') as 'customer-name';
  }

  protected set(language: Language, text: string): void {
    this.texts.update(({ [language]: _, ...others }) =>
      text.trim() === '' ? others : { ...others, [language]: text },
    );
  }

  /** Where the caret is, in the text that was written in last. */
  protected put(name: ReplyVariable): void {
    const area = this.lastArea;
    if (!area) return;
    area.setRangeText(`{{${name}}}`, area.selectionStart, area.selectionEnd, 'end');
    this.set(this.lastLanguage, area.value);
    area.focus();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const ask = this.ask();
    if (!ask.success) return;
    this.saving.set(true);
    this.trouble.set(undefined);
    try {
      await this.store.save(this.reply?.id, ask.data);
      this.ref.close();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.saving.set(false);
    }
  }
}
