import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Reply, ReplyTexts } from '@candour/shared/replies.js';
import { REPLY_MAX, ReplyName, replyVariables, SetReply, type ReplyVariable } from '@candour/shared/replies.js';
import { languages, type Language, type Topic } from '@candour/shared/words.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { Sending } from '../ui/sending';
import { AudienceFields } from '../ui/audience-fields';
import { RepliesStore } from './replies.store';

/** Writes a canned reply, or changes the one it was opened with: a text for each language, variables at a click. */
@Component({
  selector: 'cd-reply-dialog',
  imports: [AudienceFields, DialogForm, MatFormField, MatHint, MatInput, MatLabel],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="reply ? t('reply.editTitle') : t('reply.add')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy()"
      [wrong]="sending.tried() ? wrong() : ''"
      (sent)="save()"
    >
      <div class="columns">
        <mat-form-field>
          <mat-label>{{ t('reply.name') }}</mat-label>
          <input #nameField matInput autocomplete="off" [value]="name()" (input)="name.set(nameField.value)" />
          <mat-hint>{{ t('reply.nameHint') }}</mat-hint>
        </mat-form-field>
        <cd-audience-fields [(topic)]="topic" [(shared)]="shared" [kept]="!!reply" />
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
    </cd-dialog-form>
  `,
  styles: `
    .variable {
      border: 0;
      font-family: inherit;
      cursor: pointer;
    }
    p {
      margin: 0 0 4px;
    }
  `,
})
export class ReplyDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(RepliesStore);
  private readonly ref = inject<MatDialogRef<ReplyDialog>>(MatDialogRef);
  protected readonly reply = inject<Reply | undefined>(MAT_DIALOG_DATA);
  private readonly manages = inject(Session).can('reply.manage');
  protected readonly languages = languages;
  protected readonly variables = replyVariables;
  protected readonly most = REPLY_MAX;
  protected readonly name = signal(this.reply?.name ?? '');
  protected readonly topic = signal<Topic | null>(this.reply?.topic ?? null);
  protected readonly shared = signal(this.reply?.shared ?? this.manages);
  protected readonly texts = signal<ReplyTexts>(this.reply?.texts ?? {});
  protected readonly sending = new Sending();
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

  protected save(): Promise<void> {
    return this.sending.send(this.ask().data, async (ask) => {
      await this.store.save(this.reply?.id, ask);
      this.ref.close();
    });
  }
}
