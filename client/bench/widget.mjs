/**
 * npm run bench -- widget
 *
 * What a shop's page costs by carrying the widget: the bytes that a real Chromium receives for the loader, and from
 * the click until the first message can be sent (page, script, style, catalogue, socket: headers and frames in both
 * directions included). The shop's page has another origin and a strict content security policy.
 * What the chat fetches later, only where somebody needs it, is printed by part: script, style and English words.
 * Last line: `widget-gzip-bytes LOADER CHAT`; exit 0 only where both hold.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium, FLAGS, launchOptions } from '../../scripts/testing/chromium.mjs';

const LOADER_MOST = 5120;
const CHAT_MOST = 35_840;
/** One lazy part, as it is sent. */
const PART_MOST = 8192;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A shop that allows the desk's script and frame and nothing else: no style, no image, no connection. */
async function openShop() {
  const server = createServer((_request, response) => {
    const { desk } = server;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src ${desk}; frame-src ${desk}; base-uri 'none'`,
    });
    response.end(
      `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1><script async src="${desk}/widget.js"></script>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Another site than the desk's 127.0.0.1, so that the frame is a third party's.
  return Object.assign(server, { origin: `http://localhost:${server.address().port}` });
}

/** The built server on a free port and an empty data folder. */
async function openDesk(shopOrigin) {
  const dataDir = mkdtempSync(join(tmpdir(), 'candour-widget-bench-'));
  const desk = spawn(process.execPath, [join(root, 'server/dist/src/main.js')], {
    env: {
      ...process.env,
      ...{
        NODE_ENV: 'production',
        PORT: '0',
        DATA_DIR: dataDir,
        SHOP_ORIGINS: shopOrigin,
        DEMO: 'off',
        LOG_LEVEL: 'error',
      },
      ...{ DATABASE_URL: '', PUBLIC_URL: '', REDIS_URL: '', SMTP_URL: '', MASTER_KEY: '', MASTER_KEY_FILE: '' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    if (desk.exitCode === null) {
      desk.kill('SIGTERM');
      await once(desk, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: desk.stdout })) {
    const url = /served at (http:\S+)/.exec(line)?.[1];
    if (url) return { url: `http://127.0.0.1:${new URL(url).port}`, close };
  }
  await close();
  throw new Error('The server ended before it served.');
}

/** Counts what one target of the browser receives, and its socket's frames both ways. */
async function meter(session, counted) {
  const sizes = new Map();
  const add = (what, bytes) => counted.push({ what, bytes });
  session.on('Network.requestWillBeSent', ({ requestId, request }) => sizes.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    add(sizes.get(requestId) ?? '?', encodedDataLength),
  );
  session.on('Network.webSocketHandshakeResponseReceived', ({ response }) =>
    add('socket: handshake', Buffer.byteLength(response.headersText ?? JSON.stringify(response.headers))),
  );
  // A frame's head has 2 to 4 bytes at these sizes; what the browser sends is masked by 4 more.
  const frame = (head) => (event) => add('socket: frames', Buffer.byteLength(event.response.payloadData) + head);
  session.on('Network.webSocketFrameReceived', frame(4));
  session.on('Network.webSocketFrameSent', frame(8));
  await session.send('Network.enable');
}

async function measure(shop, desk) {
  const browser = await chromium.launch({
    ...launchOptions(),
    executablePath: await ensureChromium(),
    args: [
      ...FLAGS,
      // The frame in the page's own process: one meter sees all. Last, for it replaces Playwright's list, which turns
      // off the storage that browsers give to frames of another site.
      '--disable-site-isolation-trials',
      '--disable-features=IsolateOrigins,site-per-process,Translate',
    ],
  });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    const counted = [];
    await meter(await page.context().newCDPSession(page), counted);
    await page.goto(shop.origin);
    await page.getByRole('button', { name: 'Open chat' }).waitFor();
    const before = counted.splice(0);
    await page.getByRole('button', { name: 'Open chat' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Start chat' }).waitFor();
    const loader = before.filter(({ what }) => what.startsWith(desk.url));
    if (loader.length !== 1) faults.push(`The loader fetched ${loader.length} files before it was opened.`);
    if (!counted.some(({ what }) => what.endsWith('.css'))) faults.push('The style had not arrived.');
    return { loader, chat: counted, faults };
  } finally {
    await browser.close();
  }
}

/** The lazy parts of the build and their sizes, compressed. */
function lazyParts() {
  const dist = join(root, 'client/dist');
  const parts = Object.entries(JSON.parse(readFileSync(join(dist, 'widget-parts.json'), 'utf8')));
  return parts.map(([name, files]) => ({
    name,
    bytes: files.reduce((total, file) => total + statSync(join(dist, 'widget', `${file}.gz`)).size, 0),
  }));
}

const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);

const shop = await openShop();
const desk = await openDesk(shop.origin);
shop.desk = desk.url;
try {
  const { loader, chat, faults } = await measure(shop, desk);
  const parts = new Map();
  for (const { what, bytes } of [...loader, ...chat]) {
    const name = what.startsWith(desk.url) ? new URL(what).pathname : what;
    parts.set(name, (parts.get(name) ?? 0) + bytes);
  }
  for (const [name, bytes] of parts) console.log(`${String(bytes).padStart(7)}  ${name}`);
  for (const fault of faults) console.log(`fault: ${fault}`);
  const lazy = lazyParts();
  for (const { name, bytes } of lazy) console.log(`${String(bytes).padStart(7)}  lazy: ${name}`);
  const fits =
    sum(loader) <= LOADER_MOST &&
    sum(chat) <= CHAT_MOST &&
    lazy.every(({ bytes }) => bytes <= PART_MOST) &&
    faults.length === 0;
  console.log(
    `limits: loader ${LOADER_MOST}, chat ${CHAT_MOST}, each lazy part ${PART_MOST} bytes${fits ? '' : ': exceeded or faulty'}`,
  );
  console.log(`widget-gzip-bytes ${sum(loader)} ${sum(chat)}`);
  process.exitCode = fits ? 0 : 1;
} finally {
  await desk.close();
  shop.close();
}
