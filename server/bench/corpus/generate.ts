import { randomBytes } from 'node:crypto';
import { newId } from '@candour/shared/ids.js';
import { DAY } from '@candour/shared/instant.js';
import { AuditSegment, AuditSequencerRow } from '../../src/audit/audit-log.entity.js';
import { AuditTrail } from '../../src/audit/audit.service.js';
import { monthOf } from '../../src/audit/months.js';
import {
  ConversationRecord,
  ConversationTag,
  Counter,
  EntryRecord,
} from '../../src/conversations/conversation.entity.js';
import { entryLeaves } from '../../src/conversations/entry-source.js';
import { SystemClock } from '../../src/core/clock.js';
import { readConfig, type Config } from '../../src/core/config/config.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { Events } from '../../src/core/events.js';
import { readMasterKey } from '../../src/core/vault/master-key.js';
import { Vault } from '../../src/core/vault/vault.js';
import { CustomerRecord } from '../../src/customers/customer.entity.js';
import { PolicyService } from '../../src/policy/policy.service.js';
import { RequestReadingRow } from '../../src/requests/requests.entity.js';
import { StaffRow } from '../../src/staff/staff.entity.js';
import { StaffRows } from '../../src/staff/staff-rows.js';
import { keyStore, mainStore } from '../../src/stores.js';
import { Bulk } from './bulk.js';
import { Ground } from './ground.js';
import { IndexFiller } from './index-filler.js';
import type { Told as Message } from './index-worker.js';
import { conversationAt, messagesOf, type Person, type Setting } from './history.js';
import { Random } from './random.js';

/** People of the desk; those who sign in do so by the operator's link. */
const AGENTS = 20;
export const LEADS = 5;
export const agentEmail = 'agent.1@example.com';
export const leadEmail = (n = 1): string => `lead.${n}@example.com`;
/** Of 100 conversations, how many are of visitors who come once, and of how many customers the others are. */
const ONCE = 10;
const CUSTOMERS = 15;
/** Conversations written together. */
const BATCH = 1000;
/** Keys that the vault keeps in mind: whoever needs one again holds it. */
const CACHED = 1000;

/**
 * Fills the empty stores that an environment names with `count` conversations, sealed, audited in place and indexed.
 * While a batch goes down the next is made, and the index is filled by a thread of its own.
 */
export async function generate(
  environment: Readonly<Record<string, string>>,
  count: number,
  say: (line: string) => void,
): Promise<void> {
  const config = readConfig(environment);
  const clock = new SystemClock();
  const keys = await Ground.open(config, keyStore, 'stand');
  const vault = new Vault(keys.asDatabase(), readMasterKey(config, false), clock, CACHED);
  const { staff, policyVersion } = await beginDesk(config, vault, clock);
  const [main, index] = [await Ground.open(config, mainStore), new IndexFiller(environment)];
  const random = new Random(count);
  const setting: Setting = { random, now: clock.now(), count, staff, policyVersion };
  const people = new People(main, vault, setting);
  const tables = new Tables(main, index, people);
  const regulars = await people.make(Math.ceil((count * CUSTOMERS) / 100), true);
  say(`${regulars.length} customers`);
  for (let from = 0; from < count; from += BATCH) {
    const size = Math.min(BATCH, count - from);
    const once = await people.make(Math.ceil((size * ONCE) / 100), false);
    for (let i = 0; i < size; i++) {
      tables.add(conversationAt(from + i, once[i] ?? random.of(regulars), setting));
    }
    await tables.write();
    if ((from / BATCH) % 100 === 99) say(`${from + size} conversations`);
  }
  await tables.finish(1001 + count, setting.now);
  say('the log and the index');
  await Promise.all([main.close(), keys.close()]);
  say('indexes of the lists');
}

/** What a desk has before the first conversation: a policy and its people. */
async function beginDesk(
  config: Config,
  vault: Vault,
  clock: SystemClock,
): Promise<{ staff: string[]; policyVersion: string }> {
  const database = await openDatabase(config, mainStore, new Events());
  const policy = new PolicyService(database, clock, new AuditTrail(database, clock, vault));
  await policy.onModuleInit();
  const rows = new StaffRows(database, vault, clock);
  const skills = { topics: [], languages: ['en' as const] };
  const agents = await Promise.all(
    Array.from({ length: AGENTS }, (_, i) =>
      rows.sealed({ name: `Agent ${i + 1}`, email: `agent.${i + 1}@example.com`, role: 'agent', skills }, null),
    ),
  );
  const leads = await Promise.all(
    Array.from({ length: LEADS }, (_, i) =>
      rows.sealed({ name: `Lead ${i + 1}`, email: leadEmail(i + 1), role: 'lead', skills }, null),
    ),
  );
  await database.write(({ em }) => em.insert(StaffRow, [...agents, ...leads]));
  await database.close();
  return { staff: agents.map(({ id }) => id), policyVersion: policy.version() };
}

/** Customers and visitors, each with keys of their own. */
class People {
  /** Written with the conversations. */
  readonly rows: Bulk<CustomerRecord>;
  private made = 0;

  constructor(
    ground: Ground,
    private readonly vault: Vault,
    private readonly setting: Setting,
  ) {
    this.rows = new Bulk(ground.source, CustomerRecord, ground.engine);
  }

  async make(count: number, identified: boolean): Promise<Person[]> {
    const { now, policyVersion, random } = this.setting;
    // One after the other, so that their rows stand in the order of their ids.
    const ids = Array.from({ length: count }, () => newId(now - 200 * DAY + this.made++));
    const [said, contact] = [await this.vault.keysFor(ids, 'conversation'), await this.vault.keysFor(ids, 'contact')];
    return ids.map((id): Person => {
      const key = contact.get(id)!;
      const name = `Customer ${random.below(100_000)}`;
      this.rows.add({
        id,
        kind: identified ? 'identified' : 'visitor',
        name: this.vault.seal(key, { table: 'customers', row: id, column: 'name' }, name),
        email: null,
        phone: null,
        keyId: key.id,
        emailIndex: null,
        phoneIndex: null,
        language: 'en',
        createdAt: now - 200 * DAY,
        mergedInto: null,
        accountClosedAt: null,
        policyVersion,
        category: 'C1',
        source: 'provided',
        purpose: 'P5',
        retentionClass: identified ? 'account' : 'chat-unidentified',
        anchorAt: now,
      });
      return { id, key: said.get(id)!, subject: randomBytes(32), identified };
    });
  }
}

/** The tables of the log; what is said in it goes to the thread of the index too. */
class Tables {
  private readonly conversations;
  private readonly tags;
  private readonly entries;
  private told: Message[] = [];
  private writing: Promise<unknown> = Promise.resolve();
  private ordinal = 0;

  constructor(
    private readonly main: Ground,
    private readonly index: IndexFiller,
    private readonly people: People,
  ) {
    const { source, engine } = main;
    this.conversations = new Bulk<ConversationRecord>(source, ConversationRecord, engine);
    this.tags = new Bulk<ConversationTag>(source, ConversationTag, engine);
    this.entries = new Bulk<Omit<EntryRecord, 'ordinal'>>(source, EntryRecord, engine);
  }

  add({ conversation, tags, entries, texts }: ReturnType<typeof conversationAt>): void {
    this.conversations.add(conversation);
    for (const tag of tags) this.tags.add(tag);
    for (const entry of entries) {
      this.entries.add(entry);
      const ordinal = ++this.ordinal;
      const { conversationId, seq, storedAt } = entry;
      const text = texts.get(seq);
      if (text !== undefined) this.told.push({ ordinal, conversationId, seq, storedAt, text });
    }
  }

  /** Begins to write what was added, once what was added before is written. */
  async write(): Promise<void> {
    await this.writing;
    const steps = [this.people.rows, this.conversations, this.tags, this.entries].map((table) => table.take());
    const told = this.told;
    this.told = [];
    this.writing = Promise.all([this.transaction(steps), this.index.put(told)]);
    // Who awaits it next is told; meanwhile nobody listens.
    this.writing.catch(() => undefined);
  }

  /** Where numbering of tickets, the audit and the index go on. */
  async finish(nextNumber: number, now: number): Promise<void> {
    await this.writing;
    const { manager } = this.main.source;
    await manager.insert(Counter, { name: 'conversation', value: nextNumber });
    const segment = monthOf(now);
    await manager.insert(AuditSegment, { segment, openedAt: now });
    await manager.insert(AuditSequencerRow, {
      name: 'sequencer',
      holder: '',
      until: 0,
      segment,
      size: 0,
      frontier: Buffer.alloc(0),
      cursors: { [entryLeaves.number]: { txid: 0, ordinal: this.ordinal } },
    });
    // Privacy requests are read for from here on: else the desk would read all of it while it is measured.
    const floor = this.main.engine === 'sqlite' ? Number.MAX_SAFE_INTEGER : 0;
    await manager.insert(RequestReadingRow, { id: 'log', floor, txid: 0, ordinal: this.ordinal });
    await this.index.end(this.ordinal);
  }

  private async transaction(steps: readonly (() => Promise<void>)[]): Promise<void> {
    await this.main.run('BEGIN');
    for (const step of steps) await step();
    await this.main.run('COMMIT');
  }
}

export { messagesOf };
