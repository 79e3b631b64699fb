import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Faults } from './faults.js';
import { Journal } from './journal.js';
import { SandboxLedger, SandboxRefusal, type SandboxFact } from './payments.js';
import { answerTo, readAsk, SILENCE, write, type Sandbox } from './routes.js';
import { Webhooks } from './webhooks.js';

/*
 * The simulated payment provider: a process of its own, so that it can fail by itself. Its folder and its secrets come
 * from the desk that starts it; it says its port in a message, and ends when that desk does.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined || !process.send) throw new Error('The sandbox is started by the desk.');
/** In a message, so that neither stands in an environment that others can read. */
const { token, secret } = await new Promise<{ token: string; secret: string }>((resolve) => {
  process.once('message', resolve);
});

const ledger = new SandboxLedger();
const journal = new Journal<SandboxFact>(join(folder, 'payments.jsonl'), (fact) => ledger.apply(fact));
ledger.keepIn(journal);
const sandbox: Sandbox = { ledger, faults: new Faults(), webhooks: new Webhooks(secret) };

const server = createServer((request, response) => {
  if (!isAllowed(request)) return write(response, { status: 401, body: { code: 'unauthorized' } });
  readAsk(request)
    .then((ask) => answerTo(sandbox, ask))
    .then((answer) => {
      if (answer !== SILENCE) write(response, answer);
    })
    .catch((error: unknown) => {
      if (error instanceof SandboxRefusal) write(response, { status: error.status, body: { code: error.code } });
      else write(response, { status: 400, body: { code: 'malformed' } });
    });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));

function isAllowed({ headers }: IncomingMessage): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
