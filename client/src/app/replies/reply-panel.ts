import {
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { FilledReply, Reply } from '@candour/shared/replies.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { GapPanel } from './gap-panel';
import { RepliesStore } from './replies.store';
import { gapsOf, joined, offered, slashed, textIn } from './reply-rules';

/** Canned replies in the composer: `/` and a few letters, arrows and Enter; gaps are filled before anything is said. */
@Component({
  selector: 'cd-reply-panel',
  imports: [GapPanel, MatButton, MatIcon, TroubleNote],
  template: `
    @if (filling(); as filling) {
      <form class="box" novalidate (submit)="$event.preventDefault(); take()">
        <p class="head"><mat-icon class="small" svgIcon="quickreply" aria-hidden="true" />{{ t('reply.gaps') }}</p>
        <cd-gap-panel [parts]="filling.parts" [language]="filling.language" (filled)="whole.set($event)" />
        <div class="deeds">
          <button mat-flat-button type="submit" [disabled]="!whole()">{{ t('reply.insert') }}</button>
          <button mat-button type="button" (click)="leave()">{{ t('do.cancel') }}</button>
        </div>
      </form>
    } @else if (shown()) {
      <div class="box" role="group" [attr.aria-label]="t('reply.title')">
        @if (browsing()) {
          <div class="find">
            <mat-icon class="small" svgIcon="search" aria-hidden="true" />
            <input
              #find
              type="search"
              role="combobox"
              aria-expanded="true"
              aria-controls="reply-list"
              autocomplete="off"
              [attr.aria-label]="t('reply.find')"
              [attr.aria-activedescendant]="activeId()"
              [placeholder]="t('reply.find')"
              [value]="sought()"
              (input)="sought.set(find.value); place.set(0)"
              (keydown)="press($event)"
            />
          </div>
        }
        <ul id="reply-list" role="listbox" [attr.aria-label]="t('reply.title')">
          @for (reply of rows(); track reply.id; let i = $index) {
            <!-- Reached by the arrows from the field, which keeps the focus. -->
            <!-- eslint-disable-next-line @angular-eslint/template/click-events-have-key-events, @angular-eslint/template/interactive-supports-focus -->
            <li
              role="option"
              [id]="'reply-' + i"
              [class.on]="i === place()"
              [attr.aria-selected]="i === place()"
              (mousedown)="$event.preventDefault()"
              (click)="choose(reply)"
            >
              <span class="name">/{{ reply.name }}</span>
              <span class="cut quiet" [lang]="language()">{{ textIn(reply, language()) }}</span>
              @if (!reply.shared) {
                <span class="mark">{{ t('reply.own') }}</span>
              }
            </li>
          } @empty {
            <li class="quiet none" role="option" aria-disabled="true" aria-selected="false">{{ t('reply.none') }}</li>
          }
        </ul>
        <p class="visually-hidden" role="status">{{ words.count('reply.found', rows().length) }}</p>
      </div>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
  `,
  styles: `
    .box {
      margin-bottom: 8px;
      padding: 6px;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container);
    }
    form.box {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding: 8px 12px;
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 0;
      font-weight: 600;
    }
    .deeds {
      display: flex;
      gap: 8px;
    }
    .find {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 2px 10px 6px;
    }
    input {
      flex: 1;
      min-width: 0;
      border: 0;
      outline: 0;
      background: transparent;
      color: inherit;
      font: inherit;
    }
    ul {
      max-height: 34vh;
      margin: 0;
      padding: 0;
      overflow: auto;
      list-style: none;
    }
    li {
      display: flex;
      align-items: baseline;
      gap: 10px;
      padding: 5px 10px;
      border-radius: 8px;
      cursor: pointer;
    }
    li.on {
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
    }
    li.on .quiet {
      color: inherit;
    }
    .name {
      flex: none;
      font-weight: 600;
    }
    .cut {
      flex: 1;
    }
    .none {
      cursor: default;
    }
  `,
})
export class ReplyPanel {
  readonly conversationId = input.required<string>();
  readonly language = input.required<Language>();
  readonly topic = input.required<Topic>();
  /** What stands in the composer. */
  readonly text = input.required<string>();
  /** What stands in the composer from now on: the reply instead of its `/name`, else behind what was begun. */
  readonly chosen = output<string>();
  readonly closed = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly store = inject(RepliesStore);
  private readonly may = inject(Session).can('reply.use');
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('find');
  protected readonly textIn = textIn;
  protected readonly browsing = signal(false);
  protected readonly sought = signal('');
  protected readonly place = signal(0);
  protected readonly filling = signal<FilledReply | undefined>(undefined);
  protected readonly whole = signal<string | undefined>(undefined);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly typed = computed(() => (this.may ? slashed(this.text()) : undefined));
  private readonly dismissed = signal<string | undefined>(undefined);
  protected readonly shown = computed(
    () => this.browsing() || (this.typed() !== undefined && this.typed() !== this.dismissed()),
  );
  protected readonly rows = computed(() =>
    offered(this.store.rows(), this.browsing() ? this.sought() : (this.typed() ?? ''), this.topic(), this.language()),
  );
  protected readonly activeId = computed(() => (this.rows().length > 0 ? `reply-${this.place()}` : null));

  constructor() {
    effect(() => {
      if (this.shown()) untracked(() => void this.trying(() => this.store.load()));
    });
    effect(() => {
      this.typed();
      this.place.set(0);
    });
    effect(() => {
      this.conversationId();
      untracked(() => this.shut());
    });
  }

  /** Opens the list for whoever does not type its sign. */
  browse(): void {
    this.browsing.set(true);
    this.sought.set('');
    this.place.set(0);
    setTimeout(() => this.field()?.nativeElement.focus());
  }

  /** Takes a key of the composer while the list is open; true where it did. */
  press(event: KeyboardEvent): boolean {
    if (!this.shown() || this.filling() || event.isComposing) return false;
    const rows = this.rows();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && rows.length > 0) this.place.update((at) => (at + step + rows.length) % rows.length);
    else if (event.key === 'Escape') this.leave();
    else if ((event.key === 'Enter' || event.key === 'Tab') && rows[this.place()])
      void this.choose(rows[this.place()]!);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  protected async choose(reply: Reply): Promise<void> {
    await this.trying(async () => {
      const filled = await this.store.fill(reply.id, this.conversationId());
      const text = gapsOf(filled.parts).length === 0 ? joined(filled.parts, {}) : undefined;
      if (text !== undefined) return this.say(text);
      this.whole.set(undefined);
      this.filling.set(filled);
    });
  }

  protected take(): void {
    const text = this.whole();
    if (text) this.say(text);
  }

  protected leave(): void {
    this.dismissed.set(this.typed());
    this.shut();
    this.closed.emit();
  }

  private say(text: string): void {
    const begun = this.typed() === undefined ? this.text().trimEnd() : '';
    this.shut();
    this.chosen.emit(begun === '' ? text : `${begun}\n${text}`);
  }

  private shut(): void {
    this.browsing.set(false);
    this.filling.set(undefined);
    this.trouble.set(undefined);
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.trouble.set(undefined);
    try {
      await work();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }
}
