import { Component, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { InboxCounts } from '@candour/shared/conversations.js';
import { Api } from '../../core/api';
import { Live } from '../../core/live';
import { Session } from '../../core/session';
import { DeskTitles } from '../../core/titles';
import { Words } from '../../core/words';

const AT_MOST_EVERY = 1_500;

/** How many wait, kept up by what the queue tells. */
@Injectable({ providedIn: 'root' })
export class WaitingCounts {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly titles = inject(DeskTitles);
  readonly counts = signal<InboxCounts | undefined>(undefined);
  private resting: ReturnType<typeof setTimeout> | undefined;
  private again = false;

  constructor() {
    const session = inject(Session);
    this.live.on('queue:changed', () => this.soon());
    this.live.on('queue:gone', () => this.soon());
    this.live.on('conversation:changed', () => this.soon());
    effect(() => {
      if (this.live.connections() === 0 || !session.can('conversation.list')) return;
      untracked(() => {
        this.live.ask('queue:show', {}).catch(() => undefined);
        void this.load();
      });
    });
    session.left.subscribe(() => this.set(undefined));
  }

  /** The first change asks at once, many that follow it ask once more. */
  private soon(): void {
    this.again = this.resting !== undefined;
    if (this.again) return;
    void this.load();
    this.resting = setTimeout(() => {
      this.resting = undefined;
      if (this.again) this.soon();
    }, AT_MOST_EVERY);
  }

  private async load(): Promise<void> {
    // Without an answer the old figure stands until the next change asks again.
    await this.api.get('/api/conversations/counts', InboxCounts).then(
      (counts) => this.set(counts),
      () => undefined,
    );
  }

  private set(counts: InboxCounts | undefined): void {
    this.counts.set(counts);
    this.titles.waiting.set(counts?.queue ?? 0);
  }
}

/** The badge beside the inbox in the rail. */
@Component({
  selector: 'cd-waiting-panel',
  template: `
    @if (counts.counts()?.queue; as waiting) {
      <span class="figures" aria-hidden="true">{{ waiting }}</span>
      <span class="visually-hidden">{{ words.count('shell.waiting', waiting) }}</span>
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
export class WaitingPanel {
  protected readonly words = inject(Words);
  protected readonly counts = inject(WaitingCounts);
}
