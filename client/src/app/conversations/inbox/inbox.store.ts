import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { ConversationRow } from '@candour/shared/conversations.js';
import type { ConversationDelta } from '@candour/shared/live.js';
import { pageOf } from '@candour/shared/paging.js';
import { Api } from '../../core/api';
import { Live } from '../../core/live';
import { troubleOf, type Trouble } from '../../core/problems';
import { Session } from '../../core/session';
import type { Filter } from './inbox-rules';
import { belongs, orderOf, withDelta } from './inbox-rules';

const Page = pageOf(ConversationRow);
const LIMIT = 50;

/**
 * The list of the inbox. Rows change in place at once; which rows are shown, and in what order, changes only at
 * rest or when asked, so that nothing moves under the pointer or the caret.
 */
@Injectable()
export class InboxStore {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly session = inject(Session);

  readonly filter = signal<Filter>({ view: 'queue' });
  /** Everything known of the rows, newest facts first in. */
  private readonly known = signal<ReadonlyMap<string, ConversationRow>>(new Map());
  /** Those that this person sees no more, until the list comes to rest. */
  private readonly gone = signal<ReadonlySet<string>>(new Set());
  private readonly shownIds = signal<readonly string[]>([]);
  readonly loading = signal(true);
  readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly cursor = signal<string | undefined>(undefined);
  readonly more = computed(() => this.cursor() !== undefined);
  /** Pointer and caret are elsewhere: the list may move. */
  readonly atRest = signal(true);
  readonly openId = signal<string | undefined>(undefined);

  readonly rows = computed(() =>
    this.shownIds().flatMap((id) => {
      const row = this.known().get(id);
      return row ? [row] : [];
    }),
  );
  private readonly settled = computed(() => {
    const { view, sort } = this.filter();
    const me = this.session.staff()?.id;
    return [...this.known().values()]
      .filter((row) => !this.gone().has(row.id) && belongs(row, this.filter(), me))
      .sort(orderOf(view, sort));
  });
  /** Rows that have come and are not shown yet. */
  readonly fresh = computed(() => {
    const shown = new Set(this.shownIds());
    return this.settled().filter((row) => !shown.has(row.id)).length;
  });
  private asked = 0;
  /** What was told while a page was on its way, which may be older than that. */
  private toldMeanwhile: (() => void)[] | undefined;

  constructor() {
    const stops = [
      this.live.on('queue:changed', ({ row }) => this.told(() => this.seen(row))),
      this.live.on('queue:gone', (id) => this.told(() => this.gone.update((gone) => new Set(gone).add(id)))),
      this.live.on('conversation:changed', (delta) => this.change(delta)),
    ];
    inject(DestroyRef).onDestroy(() => stops.forEach((stop) => stop()));
    effect(() => {
      this.filter();
      untracked(() => {
        this.known.set(new Map());
        this.shownIds.set([]);
        void this.load();
      });
    });
    // What was missed while the connection was away comes with a fresh first page.
    effect(() => {
      if (this.live.connections() > 1) untracked(() => void this.load());
    });
    effect(() => {
      this.settled();
      if (this.atRest()) untracked(() => this.settle());
    });
  }

  /** Shows what came and puts the rows in order. */
  settle(): void {
    const next = this.settled().map((row) => row.id);
    const shown = this.shownIds();
    if (next.length !== shown.length || next.some((id, i) => id !== shown[i])) this.shownIds.set(next);
  }

  /** What one has read oneself is told to nobody else, so the server does not tell it back. */
  readUpTo(id: string, seq: number): void {
    const row = this.known().get(id);
    if (row && seq > row.staffReadSeq) this.change({ id, staffReadSeq: seq });
  }

  /** Whose rows are known. */
  readonly assignees = computed(() => {
    const found = [...this.known().values()].flatMap(({ assignee }) =>
      assignee ? [[assignee.id, assignee.name] as const] : [],
    );
    return new Map(found);
  });

  stillBelongs(row: ConversationRow): boolean {
    return belongs(row, this.filter(), this.session.staff()?.id);
  }

  async load(): Promise<void> {
    const asked = ++this.asked;
    this.toldMeanwhile = [];
    this.loading.set(this.shownIds().length === 0);
    this.trouble.set(undefined);
    try {
      const page = await this.api.get('/api/conversations', Page, this.params());
      if (asked !== this.asked) return;
      this.known.set(new Map(page.rows.map((row) => [row.id, row])));
      this.gone.set(new Set());
      this.toldMeanwhile?.forEach((apply) => apply());
      this.cursor.set(page.next);
      this.settle();
    } catch (error) {
      if (asked === this.asked) this.trouble.set(troubleOf(error));
    } finally {
      if (asked === this.asked) {
        this.toldMeanwhile = undefined;
        this.loading.set(false);
      }
    }
  }

  async loadMore(): Promise<void> {
    const cursor = this.cursor();
    if (!cursor) return;
    const asked = this.asked;
    try {
      const page = await this.api.get('/api/conversations', Page, { ...this.params(), cursor });
      if (asked !== this.asked) return;
      this.known.update((known) => new Map([...page.rows.map((row) => [row.id, row] as const), ...known]));
      this.cursor.set(page.next);
      this.settle();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }

  private change(delta: ConversationDelta): void {
    this.told(() => this.apply(delta));
  }

  /** Where the list is told of a row, the person may see it. */
  private seen(delta: ConversationDelta): void {
    if (this.gone().has(delta.id)) this.gone.update((gone) => new Set([...gone].filter((id) => id !== delta.id)));
    this.apply(delta);
  }

  private told(apply: () => void): void {
    this.toldMeanwhile?.push(apply);
    apply();
  }

  private apply(delta: ConversationDelta): void {
    const row = this.known().get(delta.id);
    const next = row ? withDelta(row, delta) : ConversationRow.safeParse(withDelta({} as ConversationRow, delta)).data;
    if (next) this.known.update((known) => new Map(known).set(next.id, next));
  }

  private params(): Record<string, string | number> {
    const asked = Object.entries(this.filter()).filter(([, value]) => value !== undefined);
    return { limit: LIMIT, ...Object.fromEntries(asked as [string, string][]) };
  }
}
