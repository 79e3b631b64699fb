import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Reply } from '@candour/shared/replies.js';
import { languages, topics, type Topic } from '@candour/shared/words.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { DeskTools } from '../ui/desk-tools';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { RepliesStore } from './replies.store';
import { ReplyDialog } from './reply-dialog';
import { textIn } from './reply-rules';

/** The canned replies: what is said, about what, in which languages, and for whom. */
@Component({
  selector: 'cd-replies-page',
  imports: [DeskTools, Empty, MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, TroubleNote],
  template: `
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{{ t('title.replies') }}</h1>
          <p class="quiet">{{ t('reply.intro') }}</p>
        </div>
        <button mat-flat-button type="button" (click)="write()"><mat-icon svgIcon="add" />{{ t('reply.add') }}</button>
      </div>
      <cd-desk-tools />
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" [retries]="true" (retry)="load()" />
      } @else if (!store.ready()) {
        <span class="skeleton" [style.height.px]="320" aria-hidden="true"></span>
      } @else {
        @for (group of groups(); track group.topic) {
          <section>
            <h2>{{ group.topic ? words.of('topic', group.topic) : t('reply.anyTopic') }}</h2>
            <ul>
              @for (reply of group.rows; track reply.id) {
                <li>
                  <div class="grow">
                    <p class="row wrap">
                      <strong>/{{ reply.name }}</strong>
                      @if (!reply.shared) {
                        <span class="mark">{{ t('reply.own') }}</span>
                      }
                      <span class="row" [attr.aria-label]="t('reply.languages')" role="group">
                        @for (one of languages; track one) {
                          @if (reply.texts[one]) {
                            <abbr class="mark" [title]="words.of('language', one)">{{ one.toUpperCase() }}</abbr>
                          }
                        }
                      </span>
                    </p>
                    <p class="quiet text" [lang]="words.language()">{{ textIn(reply, words.language()) }}</p>
                  </div>
                  @if (may(reply)) {
                    <button
                      mat-icon-button
                      type="button"
                      [matMenuTriggerFor]="menu"
                      [attr.aria-label]="t('reply.more', { name: reply.name })"
                    >
                      <mat-icon svgIcon="more_vert" />
                    </button>
                    <mat-menu #menu="matMenu" xPosition="before">
                      <button mat-menu-item type="button" (click)="write(reply)">
                        <mat-icon svgIcon="edit_note" />{{ t('do.change') }}
                      </button>
                      <button mat-menu-item type="button" (click)="remove(reply)">
                        <mat-icon svgIcon="delete" />{{ t('reply.remove') }}
                      </button>
                    </mat-menu>
                  }
                </li>
              }
            </ul>
          </section>
        } @empty {
          <cd-empty icon="quickreply" [title]="t('reply.empty')">{{ t('reply.emptyMore') }}</cd-empty>
        }
      }
    </div>
  `,
  styles: `
    section {
      margin-bottom: 20px;
    }
    h2 {
      margin: 0 0 4px;
    }
    ul {
      margin: 0;
      padding: 0;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-lowest);
      list-style: none;
    }
    li {
      display: flex;
      align-items: flex-start;
      gap: 8px;
      padding: 8px 8px 8px 16px;
    }
    li + li {
      border-top: var(--edge);
    }
    p {
      margin: 0;
    }
    .text {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export default class RepliesPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(RepliesStore);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  private readonly manages = inject(Session).can('reply.manage');
  protected readonly languages = languages;
  protected readonly textIn = textIn;
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly groups = computed(() =>
    [undefined, ...topics].flatMap((topic: Topic | undefined) => {
      const rows = this.store.rows().filter((reply) => reply.topic === topic);
      return rows.length > 0 ? [{ topic, rows }] : [];
    }),
  );

  constructor() {
    void this.load();
  }

  protected may(reply: Reply): boolean {
    return !reply.shared || this.manages;
  }

  protected async load(): Promise<void> {
    this.trouble.set(undefined);
    try {
      await this.store.reload();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }

  protected write(reply?: Reply): void {
    this.dialog.open(ReplyDialog, { data: reply, width: '720px', maxWidth: '96vw' });
  }

  protected async remove(reply: Reply): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('reply.removeTitle', { name: reply.name }),
      text: this.t('reply.removeText'),
      deed: this.t('reply.remove'),
    });
    if (!sure) return;
    try {
      await this.store.remove(reply.id);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }
}
