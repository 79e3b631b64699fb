import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@candour/shared/ids.js';
import { Server } from 'socket.io';
import sqlite3 from 'sqlite3';

/*
 * The least that a chat which loses nothing can do, written to be as fast as it can: plain Socket.IO, and for all
 * messages that came in together one insert and one touch of their conversations through json_each, in one
 * transaction committed before the acks. WAL, synchronous FULL. No guard, no policy, no sealing, no audit.
 */

interface Waiting {
  readonly row: readonly [id: string, conversation: string, seq: number, client: string, text: string, at: number];
  readonly ack: (answer: unknown) => void;
  readonly deliver: (entry: unknown) => void;
}

const file = join(process.argv[2] ?? mkdtempSync(join(tmpdir(), 'minimal-')), 'minimal.sqlite');
const db = new sqlite3.Database(file);
const exec = (sql: string): Promise<void> =>
  new Promise((resolve, reject) => db.exec(sql, (error) => (error ? reject(error) : resolve())));

await exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE entries (id TEXT NOT NULL, conversation TEXT NOT NULL, seq INTEGER NOT NULL, client TEXT NOT NULL,
    text TEXT NOT NULL, at INTEGER NOT NULL);
  CREATE TABLE conversations (id TEXT PRIMARY KEY, head INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID;`);

// The rows stand in the statement itself, so that a whole batch is one call to the thread that writes.
const literal = (rows: unknown): string => `'${JSON.stringify(rows).replaceAll("'", "''")}'`;
const batchOf = (rows: unknown, touched: unknown): string => `BEGIN IMMEDIATE;
  INSERT INTO entries SELECT value->>0, value->>1, value->>2, value->>3, value->>4, value->>5
    FROM json_each(${literal(rows)});
  INSERT INTO conversations SELECT value->>0, value->>1, value->>2 FROM json_each(${literal(touched)}) WHERE true
    ON CONFLICT (id) DO UPDATE SET head = excluded.head, last_at = excluded.last_at;
  COMMIT;`;

const heads = new Map<string, number>();
let waiting: Waiting[] = [];
let writing = false;

async function pump(): Promise<void> {
  writing = true;
  await new Promise(setImmediate);
  let written: Waiting[] = [];
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const touched = new Map(batch.map(({ row }) => [row[1], [row[1], row[2], row[5]]]));
    const committed = exec(
      batchOf(
        batch.map(({ row }) => row),
        [...touched.values()],
      ),
    );
    // The next batch is being written while this thread answers for the one before.
    answer(written);
    await committed;
    written = batch;
  }
  answer(written);
  writing = false;
}

function answer(written: readonly Waiting[]): void {
  for (const { row, ack, deliver } of written) {
    const [id, , seq, clientId, text, at] = row;
    ack({ ok: { id, seq, at } });
    deliver({ seq, id, kind: 'message', at, clientId, text });
  }
}

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
io.on('connection', (socket) => {
  const conversation = String(socket.handshake.auth['conversation']);
  void socket.join(conversation);
  socket.on('message:send', (ask: { clientId: string; text: string }, ack: (answer: unknown) => void) => {
    const seq = (heads.get(conversation) ?? 0) + 1;
    heads.set(conversation, seq);
    const at = Date.now();
    waiting.push({
      row: [newId(at), conversation, seq, ask.clientId, ask.text, at],
      ack,
      deliver: (entry) => socket.to(conversation).emit('entry', conversation, entry),
    });
    if (!writing) void pump();
  });
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port }));
process.on('disconnect', () => process.exit());
