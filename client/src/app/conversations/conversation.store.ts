import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Attachment } from '@candour/shared/attachments.js';
import type { ConversationRow, Entry } from '@candour/shared/conversations.js';
import { Conversation, Entries } from '@candour/shared/conversations.js';
import type { ConversationDelta } from '@candour/shared/live.js';
import { Api, as } from '../core/api';
import { Live } from '../core/live';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Company } from './company';
import { begun, gapAfter, noEntries, received, withEarlier } from './time-line/entry-log';
import { waitingAfter, withDelta, withRow } from './inbox/inbox-rules';
import { InboxStore } from './inbox/inbox.store';
import type { OutgoingMessage } from './composer/outgoing';
import { entryOf, Outgoing } from './composer/outgoing';

const PAGE = 60;
/** Whoever reads back reads on. */
const EARLIER = 200;

/** The conversation that is open: its row, its entries, who writes, what was read. One per open conversation. */
@Injectable()
export class ConversationStore {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly session = inject(Session);
  private readonly outgoing = inject(Outgoing);
  private readonly inbox = inject(InboxStore);
  private readonly words = inject(Words);

  readonly id = signal<string | undefined>(undefined);
  private readonly resource = httpResource(
    () => {
      const id = this.id();
      return id ? `/api/conversations/${id}` : undefined;
    },
    { parse: as(Conversation) },
  );
  readonly conversation = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  readonly log = signal(noEntries);
  readonly loaded = signal(false);
  readonly trouble = signal<Trouble | undefined>(undefined);
  readonly loadingEarlier = signal(false);
  readonly company = inject(Company);
  readonly customerTypes = this.company.customerTypes;
  /** They take part beside the one who has it. */
  readonly joined = computed(() => {
    const me = this.session.staff()?.id;
    return this.conversation()?.participants?.some(({ id, may }) => id === me && may === 'reply') ?? false;
  });
  readonly mine = computed(() => this.conversation()?.assignee?.id === this.session.staff()?.id);

  /** Sent but not yet in the log, oldest first. */
  readonly pending = computed<readonly OutgoingMessage[]>(() => {
    const id = this.id();
    if (this.outgoing.all().length === 0) return [];
    const there = new Set(this.log().entries.map((entry) => entry.clientId));
    return this.outgoing.all().filter((message) => message.conversationId === id && !there.has(message.clientId));
  });

  /** The reply that is held because of what came meanwhile. */
  readonly held = computed(() => this.pending().find(({ state }) => state === 'held'));
  /** The newest entry that was before the person's eyes. */
  readonly seen = signal(0);

  private filling = false;

  constructor() {
    const stops = [
      this.live.on('entry', (id, entry) => this.ifOpen(id, () => this.receive([entry]))),
      this.live.on('typing', (id, on, by) => this.ifOpen(id, () => this.company.typing(on, by))),
      this.live.on('present', (id, present, on) => this.ifOpen(id, () => this.company.changed(present, on))),
      this.live.on('read', (id, seq) => this.ifOpen(id, () => this.patch({ customerReadSeq: seq }))),
      this.live.on('conversation:changed', ({ id, ...delta }) => this.ifOpen(id, () => this.patch(delta))),
    ];
    const sending = this.outgoing.sent.subscribe(({ message, sent }) =>
      this.ifOpen(message.conversationId, () => this.receive([entryOf(message, sent, this.session.staff())])),
    );
    inject(DestroyRef).onDestroy(() => {
      stops.forEach((stop) => stop());
      sending.unsubscribe();
      this.leave(untracked(this.id));
    });
    effect((onCleanup) => {
      const id = this.id();
      untracked(() => this.open(id));
      onCleanup(() => this.leave(id));
    });
    effect(() => {
      if (this.live.connections() > 0 && this.loaded()) untracked(() => void this.join());
    });
    effect(() => {
      const error = this.resource.error();
      if (error) this.trouble.set(troubleOf(error));
    });
  }

  /** @param mentions of a note: whom it names; with files nobody is told. */
  send(
    kind: 'message' | 'note',
    text: string,
    files: readonly Attachment[] = [],
    mentions: readonly string[] = [],
  ): void {
    const id = this.id();
    if (!id) return;
    this.outgoing.send({
      conversationId: id,
      kind,
      text,
      ...(kind === 'message' ? { seen: this.seen() } : {}),
      ...(kind === 'note' && mentions.length > 0 && files.length === 0 ? { mentions: [...mentions] } : {}),
      ...(files.length > 0 ? { attachments: files } : {}),
    });
  }

  /** The server answered a deed with how the row stands now. */
  changed(row: ConversationRow): void {
    const known = untracked(this.conversation);
    if (known?.id === row.id) this.resource.set(withRow(known, row));
  }

  tellTyping(on: boolean, kind: 'message' | 'note' = 'message'): void {
    const id = this.id();
    if (id) this.live.tell('typing', { conversationId: id, on, kind });
  }

  /** The person has seen everything up to the newest entry. */
  tellRead(): void {
    const id = this.id();
    const { head } = this.log();
    const shown = this.conversation();
    if (!id || !shown || !(this.mine() || this.joined()) || head <= shown.staffReadSeq) return;
    this.live.tell('read', { conversationId: id, seq: head });
    this.patch({ staffReadSeq: head });
    this.inbox.readUpTo(id, head);
  }

  async loadEarlier(): Promise<void> {
    const id = this.id();
    const first = this.log().entries[0]?.seq;
    if (!id || !first || this.loadingEarlier()) return;
    this.loadingEarlier.set(true);
    try {
      const page = await this.api.get(`/api/conversations/${id}/entries`, Entries, { before: first, limit: EARLIER });
      if (this.id() === id) this.log.update((log) => withEarlier(log, page));
    } finally {
      this.loadingEarlier.set(false);
    }
  }

  /** Who wrote an entry, as it is shown. */
  authorOf({ by }: Entry): string {
    if (by.role === 'system') return this.words.t('conversation.system');
    if (by.role === 'customer')
      return by.name ?? this.conversation()?.customer.name ?? this.words.t('conversation.customer');
    return by.name ?? this.session.staff()?.name ?? '';
  }

  /** Its row as the server has it now; the log follows by itself. */
  refresh(): void {
    this.resource.reload();
  }

  reload(): void {
    this.resource.reload();
    this.open(this.id());
  }

  private open(id: string | undefined): void {
    this.log.set(noEntries);
    this.seen.set(0);
    this.loaded.set(false);
    this.trouble.set(undefined);
    this.company.empty();
    if (id) void this.loadNewest(id);
  }

  private leave(id: string | undefined): void {
    if (id && this.live.state() === 'live') {
      this.live.ask('conversation:hide', { conversationId: id }).catch(() => undefined);
    }
  }

  private async loadNewest(id: string): Promise<void> {
    try {
      const page = await this.api.get(`/api/conversations/${id}/entries`, Entries, { limit: PAGE });
      if (this.id() !== id) return;
      this.log.set(begun(page));
      this.loaded.set(true);
    } catch (error) {
      if (this.id() === id) this.trouble.set(troubleOf(error));
    }
  }

  /** Joins the room and gets exactly what came after the last entry known. */
  private async join(): Promise<void> {
    const id = this.id();
    if (!id) return;
    try {
      const page = await this.live.ask('conversation:show', { conversationId: id, since: this.log().head });
      this.ifOpen(id, () => {
        this.company.are(page.present);
        this.receive(page.entries);
      });
      if (page.more) await this.fill();
    } catch (error) {
      // The next connection joins again; only a refusal is the person's business.
      const trouble = troubleOf(error);
      if (trouble.code !== 'offline' && trouble.code !== 'no-answer') this.trouble.set(trouble);
    }
  }

  private receive(entries: readonly Entry[]): void {
    this.apply(entries);
    if (entries.some((entry) => entry.by.role === 'customer')) this.company.typing(false);
    if (gapAfter(this.log()) !== undefined) void this.fill();
  }

  private apply(entries: readonly Entry[]): void {
    const { head } = this.log();
    this.log.update((log) => received(log, entries));
    const fresh = this.log().entries.filter((entry) => entry.seq > head);
    if (fresh.length > 0) this.patch({ waitingSince: waitingAfter(this.conversation()?.waitingSince, fresh) ?? null });
  }

  /** Asks for what is missing until nothing is. */
  private async fill(): Promise<void> {
    const id = this.id();
    if (!id || this.filling) return;
    this.filling = true;
    try {
      for (let more = true; more && this.id() === id;) {
        const page = await this.live.ask('conversation:since', { conversationId: id, seq: this.log().head });
        this.ifOpen(id, () => this.apply(page.entries));
        more = page.more && page.entries.length > 0;
      }
    } catch {
      // A lost connection: joining again asks from the same number.
    } finally {
      this.filling = false;
    }
  }

  private patch(delta: Omit<ConversationDelta, 'id'>): void {
    const known = untracked(this.conversation);
    if (known) this.resource.set(withDelta(known, delta));
  }

  private ifOpen(id: string, run: () => void): void {
    if (untracked(this.id) === id) run();
  }
}
