import type { Language } from '@candour/shared/words.js';
import type { Opening, ToChat, ToLoader } from './bridge.js';
import { unwrap } from './bridge.js';
import type { Words } from './catalogue/en.js';
import { inkOn } from './colour.js';
import { frameStorage, Memory } from './memory.js';
import { Session } from './session.js';
import { ownOrigins } from './view/bubble.js';
import { Shell } from './view/shell.js';

/** Time the shop's server gets to say who the customer is, in milliseconds; the chat then goes on without. */
const TOKEN_WITHIN = 4000;

const catalogues: Record<Language, () => Promise<{ words: Words }>> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

const opening = Object.fromEntries(new URLSearchParams(location.hash.slice(1))) as Partial<Opening>;
const framed = window.parent !== window;
const ancestor = location.ancestorOrigins?.[0];
/** The shop's page, where it is what it says; the browser let nobody else frame this (`frame-ancestors`). */
const shop = framed && opening.o && (!ancestor || ancestor === opening.o) ? opening.o : undefined;
if (shop) ownOrigins.push(shop);
const tell = (message: ToLoader): void => {
  if (shop) window.parent.postMessage({ candour: message }, shop);
};

const memory = new Memory(frameStorage());
if (opening.f) memory.forget();
const known = (code: string | undefined): code is Language => code !== undefined && Object.hasOwn(catalogues, code);
const wished = [memory.kept.language, opening.l, navigator.language.slice(0, 2)].find(known);
let language: Language = wished ?? 'en';
let shell: Shell | undefined;
let focusOnShow = false;
let awaited: ((token: string | null) => void) | undefined;

let canIdentify = Boolean(opening.i);

const session = new Session(memory, () => language, {
  changed: () => shell?.sync(),
  cleared: () => shell?.clear(),
  heard: (entry) => shell?.heard(entry),
  altered: (entry) => shell?.altered(entry),
  tellUnread: (count) => tell({ type: 'unread', count }),
  tellLive: (live) => tell({ type: 'live', live }),
  shopToken: () =>
    new Promise((resolve) => {
      if (!canIdentify || !shop) return resolve(null);
      awaited = resolve;
      setTimeout(() => resolve(null), TOKEN_WITHIN);
      tell({ type: 'token-wanted' });
    }),
});
session.talk.shown = !opening.m;
session.topic = opening.t;

async function show(): Promise<void> {
  const { words } = await catalogues[language as Language]();
  document.documentElement.lang = language;
  document.title = words.title;
  shell = new Shell(session, words, {
    close: shop ? () => tell({ type: 'close' }) : undefined,
    speak(chosen) {
      language = chosen;
      memory.change((kept) => (kept.language = chosen));
      void show().then(() => document.querySelector('select')?.focus());
    },
  });
  document.body.replaceChildren(shell.node);
  if (focusOnShow) shell.focus();
  focusOnShow = false;
}

function fromShop(message: ToChat | undefined): void {
  if (message?.type === 'shown') {
    session.talk.shown = message.shown;
    session.talk.seen();
    if (!message.focus) return;
    if (shell) shell.focus();
    else focusOnShow = true;
  } else if (message?.type === 'topic') {
    session.topic = message.topic;
    shell?.wishTopic();
  } else if (message?.type === 'forget') session.forget();
  else if (message?.type === 'token') {
    canIdentify = true;
    if (awaited) awaited(message.token);
    else if (message.token) session.identify(message.token);
    awaited = undefined;
  }
}

if (/^[\da-f]{6}$/i.test(opening.c ?? '')) {
  const root = document.documentElement.style;
  root.setProperty('--brand', `#${opening.c}`);
  root.setProperty('--on-brand', inkOn(`#${opening.c}`));
}
document.documentElement.dataset['scheme'] =
  opening.s ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

addEventListener('message', (event) => {
  if (shop && event.source === window.parent && event.origin === shop) fromShop(unwrap<ToChat>(event.data));
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !shell?.escape()) tell({ type: 'close' });
});
addEventListener('storage', (event) => {
  if (!Memory.concerns(event)) return;
  if (session.talk.conversation && !memory.kept.token && !memory.kept.start) session.signedOut();
  else session.joined();
});
document.addEventListener('visibilitychange', () => session.talk.seen());
addEventListener('online', () => session.connect());

session.connect();
tell({ type: 'ready' });
void show();
