import { newId } from '@candour/shared/ids.js';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../core/database/database.js';
import { ConversationUnitsService } from '../conversations/conversation-units.service.js';
import { SearchSources, type LogPlace } from '../search/search-sources.service.js';
import { spot, type Spotted } from './detector/spot.rules.js';
import { SuggestionsChanged } from './requests.events.js';
import { RequestReadingRow, RequestSuggestionRow } from './requests.entity.js';

/** Entries taken together. */
const BATCH = 200;
const LOG = 'log';

/**
 * Reads what customers wrote, behind their messages' commits, and notes what reads like a privacy request (policy R52).
 * Where it stands is a row that moves with what was found: a crash loses nothing, and of two nodes the second one
 * writes nothing.
 */
@Injectable()
export class RequestReader {
  constructor(
    private readonly database: Database,
    private readonly sources: SearchSources,
    private readonly units: ConversationUnitsService,
  ) {}

  /** One batch. Answers whether more waits. */
  async pass(): Promise<boolean> {
    const log = this.sources.log();
    const known = await this.database.read((em) => em.findOneBy(RequestReadingRow, { id: LOG }));
    const from: LogPlace = known ?? (await log.start());
    const { passages, place, atEnd } = await log.after(from, BATCH, 'customer');
    if (place.ordinal === from.ordinal && place.txid === from.txid) return !atEnd;
    const said = passages.filter(({ staffOnly }) => !staffOnly);
    const conversations = await this.database.read((em) =>
      said.length === 0
        ? Promise.resolve([])
        : this.units.rowsIn(em, [...new Set(said.map(({ conversationId }) => conversationId))]),
    );
    const byId = new Map(conversations.map((one) => [one.id, one]));
    const found = said.flatMap(({ conversationId, seq, storedAt, text }) => {
      const conversation = byId.get(conversationId);
      const spotted = conversation && spot(text, conversation.language);
      return spotted
        ? [rowOf({ conversationId, customerId: conversation.customerId, seq, at: storedAt }, spotted)]
        : [];
    });
    await this.write(from, place, known === null, found);
    return !atEnd;
  }

  private write(
    from: LogPlace,
    { floor, txid, ordinal }: LogPlace,
    first: boolean,
    found: readonly RequestSuggestionRow[],
  ): Promise<void> {
    return this.database.write(async (tx) => {
      const now = await tx.em.findOneBy(RequestReadingRow, { id: LOG });
      const moved = first ? now !== null : now?.ordinal !== from.ordinal || now?.txid !== from.txid;
      if (moved) return;
      const mark = { id: LOG, floor, txid, ordinal };
      if (now) await tx.em.update(RequestReadingRow, { id: LOG }, mark);
      else await tx.em.insert(RequestReadingRow, mark);
      if (found.length === 0) return;
      // A conversation that went meanwhile takes what was found in it along.
      const ids = [...new Set(found.map(({ conversationId }) => conversationId))];
      const standing = new Set((await this.units.rowsIn(tx.em, ids)).map(({ id }) => id));
      const known = await tx.em.findBy(RequestSuggestionRow, { conversationId: In(ids) });
      const there = new Set(known.map(({ conversationId, seq }) => `${conversationId} ${seq}`));
      const fresh = found.filter(
        ({ conversationId, seq }) => standing.has(conversationId) && !there.has(`${conversationId} ${seq}`),
      );
      if (fresh.length === 0) return;
      await tx.em.insert(RequestSuggestionRow, fresh);
      for (const id of new Set(fresh.map(({ conversationId }) => conversationId))) tx.tell(new SuggestionsChanged(id));
    });
  }
}

function rowOf(
  message: Pick<RequestSuggestionRow, 'conversationId' | 'customerId' | 'seq' | 'at'>,
  { type, spans, rule }: Spotted,
): RequestSuggestionRow {
  return {
    id: newId(message.at),
    ...message,
    type,
    spans: spans.map(([start, end]) => [start, end]),
    rule,
    status: 'offered',
    dismissal: null,
    requestId: null,
    decidedAt: null,
    decidedBy: null,
  };
}
