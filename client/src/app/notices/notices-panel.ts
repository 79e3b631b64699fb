import { Component, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { NoticeCount } from '@candour/shared/notices.js';
import { Api } from '../core/api';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** How much colleagues want of this person that they have not read, kept up by what the socket tells. */
@Injectable({ providedIn: 'root' })
export class UnreadNotices {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  readonly count = signal(0);
  /** Grows with each change: a list that is open asks anew. */
  readonly changes = signal(0);

  constructor() {
    const session = inject(Session);
    this.live.on('notices:changed', () => void this.load());
    effect(() => {
      if (this.live.connections() > 0 && session.can('conversation.transfer')) untracked(() => void this.load());
    });
    session.left.subscribe(() => this.count.set(0));
  }

  /** What is about a conversation is read by opening it. */
  async readOf(conversationId: string): Promise<void> {
    if (this.count() > 0) await this.read({ conversationId });
  }

  async read(which: { conversationId: string } | { upTo: string }): Promise<void> {
    await this.api.send('POST', '/api/notices/read', NoticeCount, which).then(
      ({ unread }) => this.count.set(unread),
      () => undefined,
    );
  }

  private async load(): Promise<void> {
    await this.api.get('/api/notices/count', NoticeCount).then(
      ({ unread }) => {
        this.count.set(unread);
        this.changes.update((n) => n + 1);
      },
      // The next change asks again.
      () => undefined,
    );
  }
}

/** The badge in the rail. */
@Component({
  selector: 'cd-notices-panel',
  template: `
    @if (unread.count(); as n) {
      <span class="figures" aria-hidden="true">{{ n }}</span>
      <span class="visually-hidden">{{ words.count('notices.unread', n) }}</span>
    }
  `,
  styles: `
    .figures {
      display: block;
      min-width: 20px;
      padding: 0 6px;
      border-radius: 999px;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font-size: 0.6875rem;
      line-height: 18px;
      text-align: center;
    }
  `,
})
export class NoticesPanel {
  protected readonly words = inject(Words);
  protected readonly unread = inject(UnreadNotices);
}
