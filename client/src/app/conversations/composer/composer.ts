import { Component, ElementRef, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import type { Conversation } from '@candour/shared/conversations.js';
import { TEXT_MAX } from '@candour/shared/conversations.js';
import { ArticlesPanel } from '../../articles/articles-panel';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { AttachBar } from './attach-bar';
import { AttachButton } from './attach-button';
import { MacroPanel } from '../../macros/macro-panel';
import { ReplyPanel } from '../../replies/reply-panel';
import { ScheduledPanel } from '../../replies/scheduled-panel';
import { SendLaterPanel } from '../../replies/send-later-panel';
import { Collision } from '../ticket/company-marks';
import { guardHint } from './composer-rules';
import { ConversationStore } from '../conversation.store';
import type { DraftKind } from './drafts';
import { Drafts } from './drafts';
import { DropFiles } from './drop-files';
import { HeldReply } from './held-reply';
import { hasEnded } from '../inbox/inbox-rules';
import { Uploads } from './uploads';
import { MentionPicker } from './mention-picker';

/** After the last key the writing mark is taken back, in milliseconds. */
const STILL_AFTER = 3_000;

@Component({
  selector: 'cd-composer',
  imports: [
    ArticlesPanel,
    AttachBar,
    AttachButton,
    Collision,
    DropFiles,
    HeldReply,
    MacroPanel,
    MatButton,
    MatIcon,
    MatIconButton,
    MatTooltip,
    MentionPicker,
    ReplyPanel,
    ScheduledPanel,
    SendLaterPanel,
  ],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  readonly conversation = input.required<Conversation>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(ConversationStore);
  private readonly drafts = inject(Drafts);
  private readonly session = inject(Session);
  private readonly uploads = inject(Uploads);
  private readonly replies = viewChild(ReplyPanel);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  protected readonly kind = signal<DraftKind>('message');
  protected readonly picker = viewChild(MentionPicker);
  protected readonly text = signal('');
  protected readonly caret = signal(0);
  private stillTimer: ReturnType<typeof setTimeout> | undefined;

  protected readonly ended = computed(() => hasEnded(this.conversation()));
  protected readonly mayReply = computed(() => (this.store.mine() || this.store.joined()) && !this.ended());
  protected readonly open = computed(() =>
    this.kind() === 'note' ? this.session.can('conversation.reply') && !this.ended() : this.mayReply(),
  );
  protected readonly over = computed(() => this.text().length - TEXT_MAX);
  private readonly files = computed(() => this.uploads.of(this.conversation().id));
  /** Something to send, and nothing still on its way. */
  protected readonly ready = computed(
    () =>
      this.over() <= 0 &&
      !this.files().some(({ state }) => state === 'waiting' || state === 'sending') &&
      (this.text().trim() !== '' || this.files().some(({ state }) => state === 'there')),
  );
  protected readonly hint = computed(() => guardHint(this.text(), this.kind()));
  protected readonly foreign = computed(() => this.conversation().language !== this.words.language());

  constructor() {
    const id = computed(() => this.conversation().id);
    effect(() => {
      const draft = this.drafts.of(id(), this.kind());
      untracked(() => this.show(draft));
    });
  }

  /** Puts the caret where the person wants to write. */
  begin(kind: DraftKind): void {
    this.kind.set(kind);
    // The field may have been shut until now.
    setTimeout(() => this.field()?.nativeElement.focus());
  }

  /** Adds words behind what was written, and goes on there. */
  protected insert(words: string): void {
    const text = this.text();
    this.write(text === '' || /\s$/.test(text) ? `${text}${words}` : `${text} ${words}`);
    this.show(this.text());
    this.begin(this.kind());
  }

  /** A reply that was held is written anew, before what was begun since. */
  protected takeBack(text: string): void {
    const id = this.conversation().id;
    const begun = this.drafts.of(id, 'message');
    this.drafts.keep(id, 'message', begun === '' ? text : `${text}\n${begun}`);
    this.show(this.drafts.of(id, 'message'));
    this.begin('message');
  }

  /** A canned reply was chosen. */
  protected replaceWith(text: string): void {
    this.write(text);
    this.show(text);
    this.begin(this.kind());
  }

  /** It waits for its time: the field is free. */
  protected clear(): void {
    this.write('');
    this.show('');
    this.still();
  }

  browseReplies(): void {
    this.replies()?.browse();
  }

  /** A name was picked: it stands in the text, and the caret behind it. */
  protected complete({ text, caret }: { text: string; caret: number }): void {
    const field = this.field()?.nativeElement;
    if (!field) return;
    field.value = text;
    field.setSelectionRange(caret, caret);
    this.write(text);
    field.focus();
  }

  protected write(text: string): void {
    this.caret.set(this.field()?.nativeElement.selectionStart ?? text.length);
    this.text.set(text);
    this.drafts.keep(this.conversation().id, this.kind(), text);
    this.grow();
    if (this.stillTimer === undefined) this.store.tellTyping(true, this.kind());
    clearTimeout(this.stillTimer);
    this.stillTimer = setTimeout(() => this.still(), STILL_AFTER);
  }

  protected press(event: KeyboardEvent): void {
    if (this.replies()?.press(event)) return;
    if (this.picker()?.press(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  protected send(): void {
    const text = this.text().trim();
    if (!this.ready() || !this.open()) return;
    const files = this.uploads.take(this.conversation().id);
    this.store.send(this.kind(), text, files, this.picker()?.named(text));
    this.drafts.keep(this.conversation().id, this.kind(), '');
    this.show('');
    this.still();
    this.field()?.nativeElement.focus();
  }

  protected attach(files: readonly File[]): void {
    this.uploads.add(this.conversation().id, files);
    this.field()?.nativeElement.focus();
  }

  private still(): void {
    if (this.stillTimer === undefined) return;
    clearTimeout(this.stillTimer);
    this.stillTimer = undefined;
    this.store.tellTyping(false, this.kind());
  }

  private show(text: string): void {
    this.text.set(text);
    setTimeout(() => this.grow());
  }

  private grow(): void {
    const field = this.field()?.nativeElement;
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 200)}px`;
  }
}
