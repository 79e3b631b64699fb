import type { SendFromDesk, SendMessage, Sent } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../core/access/actor.js';
import { Clock } from '../core/clock.js';
import { Database, type Tx } from '../core/database/database.js';
import { blanked, inspect, maskText, unitedSpans, worthInspecting, type Span } from '../core/guard/guard.rules.js';
import { inspectTail } from '../core/guard/split.rules.js';
import { Vault } from '../core/vault/vault.js';
import { PolicyService } from '../policy/policy.service.js';
import { ConversationKeys, type KnownConversation } from './conversation-keys.js';
import type { Enclosed } from './enclosures.service.js';
import { EntryMasking } from './entry-masking.js';
import { EntryReader } from './entry-reader.js';
import { MessageLog, type Draft } from './message-log.js';
import { RecentParts, type Part } from './split-cards.js';

/** What posting stands on, in one. */
@Injectable()
export class PostingSurroundings {
  constructor(
    readonly database: Database,
    readonly vault: Vault,
    readonly clock: Clock,
    readonly policy: PolicyService,
  ) {}
}

/** A message on its way in. */
interface Post {
  readonly actor: Actor;
  readonly ask: SendMessage | SendFromDesk;
  readonly author: string;
  readonly from: string | undefined;
  /** Whether its text can hold anything that must not be stored. */
  readonly worth: boolean;
  readonly enclosed: Enclosed | undefined;
}

/** A message that is sealed, for a unit that does more than send it. */
export type PreparedMessage = Draft;

/** Takes a message in: guard, evidence, seal, number, write, and only then the answer. */
@Injectable()
export class PostingService {
  private readonly parts = new RecentParts();
  /** Authors whose key or recent parts are being fetched, or who complete a number: later messages queue up behind. */
  private readonly lanes = new Map<string, Promise<unknown>>();
  /** Other nodes may write to the same log: a SQLite file has one server, PostgreSQL may have several. */
  private readonly shared: boolean;

  constructor(
    private readonly log: MessageLog,
    private readonly keys: ConversationKeys,
    private readonly reader: EntryReader,
    private readonly masking: EntryMasking,
    private readonly surroundings: PostingSurroundings,
  ) {
    this.shared = surroundings.database.engine === 'postgres';
  }

  /**
   * Writes a message of the actor. The answer comes after the commit; a repeated clientId is answered like the
   * first. `text` of the answer is there only when something was masked.
   * A reply of staff that names what its writer had `seen` is held where a message stands after that.
   * @param from the sender's socket, which needs no copy of its own entry.
   * @param enclosed goes down in the same unit; the text may then be empty.
   * @throws Refused `text-empty`, `not-found`, `not-allowed`, `conversation-closed`, `unavailable`, or `stale-reply`
   * with the conversation's `head`: then nothing was written.
   */
  async post(actor: Actor, ask: SendMessage | SendFromDesk, from?: string, enclosed?: Enclosed): Promise<Sent> {
    if (ask.text.trim() === '' && !enclosed) throw new Refused('text-empty');
    const author = authorOf(actor, ask);
    const lane = this.lanes.get(author);
    const known = this.keys.cached(ask.conversationId);
    if (known && !lane) {
      const parts = this.parts.before(author, this.surroundings.clock.now());
      const worth = worthInspecting(ask.text);
      if (!worth || (parts && !this.shared)) {
        const { sent, apart } = this.enqueue({ actor, ask, author, from, worth, enclosed }, known, parts ?? []);
        if (apart) void this.inLane(author, () => settled(sent));
        return sent;
      }
    }
    const post = { actor, ask, author, from, worth: worthInspecting(ask.text), enclosed };
    return (await this.inLane(author, () => this.fetchAndEnqueue(post))).sent;
  }

  /** Seals what a unit will say that does more than that. What the desk says by itself is under nobody's name. */
  async prepare(actor: Actor, ask: SendFromDesk): Promise<PreparedMessage> {
    const known = await this.keys.of(ask.conversationId);
    const post = { actor, ask, author: '', from: undefined, worth: true, enclosed: undefined };
    return this.draft(post, known, unitedSpans(inspect(ask.text).spans));
  }

  /** Writes it with the unit; a repeated (conversation, clientId) is answered like the first. */
  within(tx: Tx, message: PreparedMessage): Promise<Sent> {
    return this.log.within(tx, message);
  }

  private async fetchAndEnqueue(post: Post): Promise<{ sent: Promise<Sent> }> {
    const { actor, ask, author } = post;
    const known = await this.keys.of(ask.conversationId);
    const now = this.surroundings.clock.now();
    const inMemory = this.shared && post.worth ? undefined : this.parts.before(author, now);
    const parts =
      inMemory ??
      (await this.parts.load(author, now, (since, limit) =>
        this.reader.recentOf(ask.conversationId, roleOf(actor), known.key, since, limit),
      ));
    const { sent, apart } = this.enqueue(post, known, parts);
    if (apart) await settled(sent);
    return { sent };
  }

  /** Without a pause from here to the log's queue, so that messages keep the order in which they came. */
  private enqueue(
    post: Post,
    known: KnownConversation,
    parts: readonly Part[],
  ): { sent: Promise<Sent>; apart: boolean } {
    const { ask, author, worth } = post;
    const earlier = worth ? parts.filter((part) => part.clientId !== ask.clientId) : [];
    const split =
      earlier.length > 0 ? inspectTail([...earlier.map(({ text, masks }) => blanked(text, masks)), ask.text]) : [];
    const own = worth ? unitedSpans([...inspect(ask.text).spans, ...(split[earlier.length] ?? [])]) : [];
    const draft = this.draft(post, known, own);
    const completed = earlier.flatMap((part, i) => ((split[i] ?? []).length > 0 ? [{ part, spans: split[i]! }] : []));
    const apart = completed.length > 0 || draft.enclosed !== undefined;
    const sent = apart ? this.apart(draft, known, completed) : this.log.append(draft);
    if (completed.length > 0) this.parts.restart(author);
    this.parts.add(author, {
      clientId: ask.clientId,
      entryId: draft.id,
      note: draft.kind === 'note',
      text: draft.text,
      masks: draft.masks ?? [],
      at: draft.storedAt,
      sent,
    });
    const takeBack = (): void => this.parts.takeBack(author, draft.id, parts);
    sent.then(({ id }) => {
      if (id !== draft.id) takeBack();
    }, takeBack);
    return { sent, apart };
  }

  /** A unit of its own: with the masks of the earlier parts where the message completes a card number, with its files. */
  private async apart(
    draft: Draft,
    known: KnownConversation,
    completed: { part: Part; spans: Span[] }[],
  ): Promise<Sent> {
    const earlier = await Promise.allSettled(completed.map(({ part }) => part.sent));
    return this.surroundings.database.write(async (tx) => {
      const sent = await this.log.within(tx, draft);
      // A repeated message has its files under its first id.
      if (sent.id === draft.id) await draft.enclosed?.bind(tx, { id: draft.id, kind: draft.kind, seq: sent.seq });
      const targets = completed.flatMap(({ part, spans }, i) => {
        const before = earlier[i]!;
        // A repeated message stands in the log under its first id, and not with this text.
        return before.status === 'fulfilled' && before.value.id === part.entryId
          ? [
              {
                seq: before.value.seq,
                entryId: part.entryId,
                note: part.note,
                ...maskText(part.text, unitedSpans([...part.masks, ...spans])),
              },
            ]
          : [];
      });
      if (targets.length > 0) await this.masking.mask(tx, draft.conversationId, known.key, targets, draft);
      return sent;
    });
  }

  private draft({ actor, ask, from, enclosed }: Post, known: KnownConversation, spans: Span[]): Draft {
    const { vault, clock, policy } = this.surroundings;
    const storedAt = clock.now();
    const id = newId(storedAt);
    const { text, masks } = maskText(ask.text, spans);
    return {
      actor,
      id,
      conversationId: ask.conversationId,
      clientId: ask.clientId,
      kind: actor.kind === 'visitor' ? 'message' : ask.kind,
      role: actor.kind === 'system' ? 'system' : roleOf(actor),
      author: authorship(actor),
      storedAt,
      text,
      masks: masks.length > 0 ? masks : null,
      body: vault.seal(known.key, { table: 'entries', row: id, column: 'body' }, text),
      keyId: known.key.id,
      policyVersion: policy.version(),
      subject: known.subject,
      from,
      seen: 'seen' in ask && ask.kind === 'message' ? ask.seen : undefined,
      enclosed,
    };
  }

  private inLane<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.lanes.get(lane) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.lanes.set(lane, mine);
    const leave = (): void => {
      if (this.lanes.get(lane) === mine) this.lanes.delete(lane);
    };
    mine.then(leave, leave);
    return mine;
  }
}

function authorship(actor: Actor): Draft['author'] {
  if (actor.kind === 'staff') return { id: actor.id, name: actor.name };
  return { id: actor.kind === 'visitor' ? actor.visitorId : null };
}

function roleOf(actor: Actor): 'customer' | 'staff' {
  if (actor.kind === 'system') throw new Refused('not-allowed');
  return actor.kind === 'staff' ? 'staff' : 'customer';
}

/** Waits, whatever becomes of it. */
const settled = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  );

const authorOf = (actor: Actor, ask: SendMessage): string => `${ask.conversationId} ${roleOf(actor)}`;
