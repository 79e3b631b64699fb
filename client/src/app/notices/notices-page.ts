import { Component, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { NoticeKind } from '@candour/shared/notices.js';
import { Notice } from '@candour/shared/notices.js';
import { pageOf } from '@candour/shared/paging.js';
import { Api } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { UnreadNotices } from './notices-panel';

const icons: Readonly<Record<NoticeKind, string>> = {
  mention: 'forum',
  transfer: 'reply',
  invitation: 'person_add',
  declined: 'close',
};

/** What colleagues want of this person: where they were named, asked to take over or asked in. */
@Component({
  selector: 'cd-notices-page',
  imports: [Empty, MatButton, MatIcon, RouterLink, TroubleNote, When],
  template: `
    <div class="head">
      <h1>{{ t('notices.title') }}</h1>
      @if (unread.count() > 0) {
        <button mat-button type="button" (click)="readAll()">{{ t('notices.readAll') }}</button>
      }
    </div>
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" [retries]="true" (retry)="load()" />
    }
    @if (loaded() && rows().length === 0) {
      <cd-empty icon="forum" [title]="t('notices.none')">{{ t('notices.noneMore') }}</cd-empty>
    }
    <ul>
      @for (one of rows(); track one.id) {
        <li [class.unread]="!one.read">
          <a [routerLink]="['/inbox/all', one.conversation.id]">
            <mat-icon class="small" [svgIcon]="icons[one.kind]" aria-hidden="true" />
            <span class="grow">
              {{ words.of('notice', one.kind, { name: one.from.name, number: one.conversation.number }) }}
              @if (one.open) {
                <span class="open small-type">{{ t('notices.open') }}</span>
              }
              @if (!one.read) {
                <span class="visually-hidden">{{ t('notices.new') }}</span>
              }
            </span>
            <cd-when class="small-type quiet" [at]="one.at" />
          </a>
        </li>
      }
    </ul>
    @if (next(); as cursor) {
      <button mat-button type="button" (click)="load(cursor)">{{ t('do.more') }}</button>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 760px;
      padding: 16px 20px;
    }
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      min-height: 40px;
    }
    ul {
      margin: 8px 0;
      padding: 0;
      list-style: none;
    }
    li {
      border-bottom: var(--edge);
    }
    a {
      display: flex;
      align-items: center;
      gap: 12px;
      padding: 10px 8px;
      border-radius: 8px;
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--mat-sys-surface-container);
    }
    .unread a {
      font-weight: 600;
    }
    .grow {
      flex: 1;
      min-width: 0;
    }
    .open {
      margin-left: 8px;
      padding: 1px 8px;
      border-radius: 999px;
      background: var(--state-waiting-ground);
      color: var(--state-waiting);
    }
  `,
})
export default class NoticesPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly unread = inject(UnreadNotices);
  private readonly api = inject(Api);
  protected readonly icons = icons;
  protected readonly rows = signal<readonly Notice[]>([]);
  protected readonly next = signal<string | undefined>(undefined);
  protected readonly loaded = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);

  constructor() {
    effect(() => {
      this.unread.changes();
      untracked(() => void this.load());
    });
  }

  protected async load(cursor?: string): Promise<void> {
    try {
      const page = await this.api.get('/api/notices', pageOf(Notice), cursor ? { cursor } : {});
      this.rows.update((rows) => (cursor ? [...rows, ...page.rows] : page.rows));
      this.next.set(page.next);
      this.loaded.set(true);
      this.trouble.set(undefined);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }

  protected async readAll(): Promise<void> {
    const newest = this.rows()[0];
    if (newest) await this.unread.read({ upTo: newest.id });
    await this.load();
  }
}
