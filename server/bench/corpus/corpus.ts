import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  constants,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { REOPENS_FOR } from '@candour/shared/conversations.js';
import { DAY } from '@candour/shared/instant.js';
import { readConfig } from '../../src/core/config/config.js';
import { openDatabase } from '../../src/core/database/open-database.js';
import { Events } from '../../src/core/events.js';
import { stores } from '../../src/stores.js';
import { generate } from './generate.js';
import { remove } from './ground.js';
import { messagesOf } from './history.js';

/** Counted up when what is generated changes; a changed schema is noticed by itself. */
const VERSION = 4;
const COPY = 'copy-';
export const home = fileURLToPath(new URL('../../../../.cache/corpus/', import.meta.url));

export interface Corpus {
  readonly folder: string;
  readonly conversations: number;
  readonly messages: number;
  readonly madeAt: number;
}

/** The corpus of so many conversations, made at the first ask and kept in the project's cache folder. */
export async function corpusOf(conversations: number): Promise<Corpus> {
  const name = `${conversations}-${await fingerprint()}`;
  const folder = join(home, name);
  if (!existsSync(join(folder, 'corpus.json'))) await make(folder, conversations);
  const { madeAt } = JSON.parse(readFileSync(join(folder, 'corpus.json'), 'utf8')) as { madeAt: number };
  const messages = messagesOf(conversations);
  const bytes = readdirSync(folder).reduce((all, file) => all + statSync(join(folder, file)).size, 0);
  console.log(
    `corpus: ${conversations} conversations, ${messages} messages, ${(bytes / 1e9).toFixed(2)} GB, kept in .cache/corpus/${name}`,
  );
  return { folder, conversations, messages, madeAt };
}

/**
 * A copy to be worked on, in which what is under way is as young as when it was made: the kept one stays as it is,
 * whatever the desk does with the conversations that wait. What was resolved a week ago by now is closed, which the desk
 * would else do while it is measured.
 */
export async function copyOf({ folder, madeAt }: Corpus): Promise<string> {
  clearCopies();
  const copy = mkdtempSync(join(home, `${COPY}${process.pid}-`));
  endWith(copy);
  cpSync(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const config = readConfig({ DATA_DIR: copy });
  const main = await openDatabase(config, stores[0], new Events());
  const now = Date.now();
  const passed = now - madeAt;
  await main.write(({ em }) =>
    em.query(
      `UPDATE conversations SET last_at = last_at + $1, created_at = created_at + $1, waiting_since = waiting_since + $1
       WHERE status IN ('queued', 'open', 'pending')`,
      [passed],
    ),
  );
  await main.write(({ em }) =>
    em.query(`UPDATE conversations SET status = 'closed' WHERE status = 'resolved' AND resolved_at <= $1`, [
      now - REOPENS_FOR + DAY,
    ]),
  );
  await main.close();
  return copy;
}

/** Of runs that were killed. */
function clearCopies(): void {
  for (const name of readdirSync(home)) {
    const [, pid] = name.startsWith(COPY) ? name.split('-') : [];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) remove(join(home, name));
  }
}

/** Whatever ends this run, but what ends it at once, takes the copy with it. */
function endWith(copy: string): void {
  process.once('exit', () => remove(copy));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}

async function make(folder: string, conversations: number): Promise<void> {
  mkdirSync(home, { recursive: true });
  // Others of its size have another schema: nothing reads them any more.
  for (const old of readdirSync(home)) if (old.startsWith(`${conversations}-`)) remove(join(home, old));
  const making = `${folder}.making`;
  remove(making);
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;
  console.log(`making a corpus of ${conversations} conversations`);
  const madeAt = Date.now();
  await generate({ DATA_DIR: making }, conversations, (line) => console.log(`  ${seconds()}  ${line}`));
  writeFileSync(join(making, 'corpus.json'), JSON.stringify({ madeAt }));
  renameSync(making, folder);
  console.log(`made in ${seconds()}`);
}

/** Of the schema: a corpus of another one is of no use. */
export async function fingerprint(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-schema-'));
  const hash = createHash('sha256').update(`version ${VERSION}`);
  try {
    for (const store of stores) {
      const database = await openDatabase(readConfig({ DATA_DIR: folder }), store, new Events());
      const rows = await database.read((em) =>
        em.query<{ sql: string }[]>('SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name'),
      );
      hash.update(JSON.stringify(rows));
      await database.close();
    }
  } finally {
    remove(folder);
  }
  return hash.digest('hex').slice(0, 12);
}
