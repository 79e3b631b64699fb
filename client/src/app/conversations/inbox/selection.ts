import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ConversationRow } from '@candour/shared/conversations.js';
import type { Deed } from '@candour/shared/deeds.js';
import { BULK_MOST, BulkResult, UNDO_OFFERED } from '@candour/shared/deeds.js';
import type { Language } from '@candour/shared/words.js';
import { Api } from '../../core/api';
import { troubleOf, type Trouble } from '../../core/problems';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import type { About } from '../ticket/choose-dialog';
import { Chooser } from '../ticket/chooser';
import { InboxStore } from './inbox.store';
import { possibleToMany, type TicketDeed } from '../ticket/ticket-deeds';

/** What became of a deed to many, as it is said and can be taken back. */
export interface Outcome {
  readonly done: number;
  readonly refused: number;
  readonly undo: string | undefined;
  readonly back: boolean;
}

/** The rows that are chosen, and what is done to them together. */
@Injectable()
export class Selection {
  private readonly api = inject(Api);
  private readonly inbox = inject(InboxStore);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly chooser = inject(Chooser);
  readonly ids = signal<ReadonlySet<string>>(new Set());
  readonly count = computed(() => this.ids().size);
  readonly busy = signal(false);
  readonly outcome = signal<Outcome | undefined>(undefined);
  readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly rows = computed(() => this.inbox.rows().filter(({ id }) => this.ids().has(id)));
  /** What can be done to at least one of them; each is decided for itself. */
  readonly deeds = computed(() => {
    const me = this.session.staff();
    if (!me || this.count() === 0 || !this.session.can('conversation.bulk')) return [];
    return possibleToMany(this.rows().map((row) => ({ row, me, can: (permission) => this.session.can(permission) })));
  });
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // Another list, another choice.
    effect(() => {
      this.inbox.filter();
      untracked(() => this.clear());
    });
  }

  toggle(id: string): void {
    this.ids.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id) && next.size < BULK_MOST) next.add(id);
      return next;
    });
  }

  clear(): void {
    this.ids.set(new Set());
  }

  async run({ many }: TicketDeed): Promise<void> {
    if (!many) return;
    const deed =
      'deed' in many
        ? many.deed
        : 'choose' in many
          ? await this.chooser.choose(many.choose, aboutAll(this.rows(), this.words.language()))
          : undefined;
    if (deed) await this.do(deed);
  }

  private async do(deed: Deed): Promise<void> {
    await this.ask('/api/tickets/bulk', { ids: [...this.ids()], deed }, false);
    if (!this.trouble()) this.clear();
  }

  async undo(): Promise<void> {
    const { undo } = this.outcome() ?? {};
    if (undo) await this.ask(`/api/tickets/bulk/${undo}/undo`, undefined, true);
  }

  private async ask(url: string, body: unknown, back: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const { results, undo } = await this.api.send('POST', url, BulkResult, body);
      const howMany = (outcome: string): number => results.filter((one) => one.outcome === outcome).length;
      this.say({ done: howMany('done'), refused: howMany('refused'), undo, back });
      await this.inbox.load();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private say(outcome: Outcome): void {
    clearTimeout(this.timer);
    this.outcome.set(outcome);
    this.timer = setTimeout(() => this.outcome.set(undefined), UNDO_OFFERED);
  }
}

/** What many agree on; of tags all that any has, so that it can be taken from them. */
export function aboutAll(rows: readonly ConversationRow[], language: Language): About {
  const same = <T>(of: (row: ConversationRow) => T): T | undefined => {
    const all = new Set(rows.map(of));
    return all.size === 1 ? [...all][0] : undefined;
  };
  return {
    language: same((row) => row.language) ?? language,
    assigneeId: same((row) => row.assignee?.id),
    priority: same((row) => row.priority),
    topic: same((row) => row.topic),
    tags: [...new Set(rows.flatMap(({ tags }) => tags))].sort(),
  };
}
