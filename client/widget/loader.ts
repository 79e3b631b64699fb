import type { Language } from '@candour/shared/words.js';
import type { Opening, ToChat, ToLoader } from './bridge.js';
import { unwrap } from './bridge.js';
import { loaderWords } from './catalogue/loader.js';
import { inkOn } from './colour.js';
import { dismiss, greetingFor, holds, said } from './greeting.js';
import { loaderStyle } from './loader-style.js';

/** Who the customer is: a token of the shop's server, or a way to fetch one. Tokens are good once. */
type Identity = string | (() => Promise<string | null | undefined>);

const STATE = 'candour-chat';
// The desk puts its rules in the place of this string as it serves the file.
const RULES = '__GREETINGS__';
const script =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : (document.querySelector('script[src$="/widget.js"]') as HTMLScriptElement);
const { dataset } = script;
const desk = new URL(script.src).origin;

// Where the shop's page may not store, the panel simply starts closed on each page.
function recall(): string {
  try {
    return sessionStorage.getItem(STATE) ?? '';
  } catch {
    return '';
  }
}
function remember(state: string): void {
  try {
    if (state) sessionStorage.setItem(STATE, state);
    else sessionStorage.removeItem(STATE);
  } catch {
    /* see recall() */
  }
}

const isLanguage = (tag: string | undefined): tag is Language => tag !== undefined && tag in loaderWords;

function start(): void {
  const page = document.documentElement;
  const language =
    [dataset['language'], page.lang, navigator.language]
      .map((tag) => tag?.slice(0, 2).toLowerCase())
      .find(isLanguage) ?? 'en';
  const [openWord, closeWord, title, unreadWord, dismissWord] = loaderWords[language];
  const wished = dataset['colour'] ?? '';
  const colour = /^#[\da-f]{6}$/i.test(wished) ? wished : '#006a60';
  const tokenUrl = dataset['shopTokenUrl'];

  let identity: Identity | undefined = tokenUrl
    ? () =>
        fetch(tokenUrl, { method: 'POST' })
          .then((answer) => (answer.ok ? answer.json() : null))
          .then((body: { token?: string } | null) => body?.token)
    : undefined;
  let frame: HTMLIFrameElement | undefined;
  let live = false;
  const before = recall();

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(loaderStyle);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty('--c', colour);
  host.style.setProperty('--t', inkOn(colour));

  const small = matchMedia('(max-width:480px),(max-height:420px)');
  const panel = document.createElement('dialog');
  panel.setAttribute('aria-label', title);
  const button = document.createElement('button');
  button.type = 'button';
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  icon.append(path);
  const badge = document.createElement('b');
  button.append(icon, badge);
  // Empty, so that what comes into it is read out when the reader pauses.
  const bubble = document.createElement('p');
  bubble.setAttribute('role', 'status');
  root.append(panel, bubble, button);

  // Said before the chat listens: kept until it does.
  let early: ToChat[] | undefined = [];
  const tell = (message: ToChat): void => {
    if (early) early.push(message);
    else frame?.contentWindow?.postMessage({ candour: message }, desk);
  };

  function face(): void {
    const unread = badge.textContent;
    button.setAttribute('aria-label', panel.open ? closeWord : openWord + (unread ? `, ${unreadWord}: ${unread}` : ''));
    button.setAttribute('aria-expanded', String(panel.open));
    path.setAttribute('d', panel.open ? 'M6 9l6 6 6-6' : 'M4 5h16v11h-9l-5 4v-4h-2zM8 9.2h8M8 12.2h5');
  }
  const note = (): void => remember(panel.open ? 'open' : live ? 'live' : '');

  function load(minimised: boolean): void {
    const scheme = dataset['scheme'] ?? getComputedStyle(page).colorScheme;
    const dark =
      scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme:dark)').matches);
    const opening: Opening = {
      o: location.origin,
      l: language,
      c: colour.slice(1),
      s: dark ? 'dark' : 'light',
      i: identity ? '1' : '',
      m: minimised ? '1' : '',
      f: recall() === 'forget' ? '1' : '',
    };
    note();
    frame = document.createElement('iframe');
    frame.title = title;
    frame.src = `${desk}/widget/chat.html#${new URLSearchParams({ ...opening })}`;
    panel.append(frame);
  }

  /** `restored`: after a navigation; the panel then leaves the focus where the page has it. */
  function open(restored?: boolean): void {
    bubble.replaceChildren();
    if (!frame) load(false);
    if (panel.open) return;
    if (restored) panel.setAttribute('open', '');
    else if (small.matches) panel.showModal();
    else panel.show();
    tell({ type: 'shown', shown: true, focus: !restored });
    badge.textContent = '';
    face();
    note();
    if (!restored) frame?.focus();
  }
  function close(): void {
    if (!panel.open) return;
    panel.close();
    tell({ type: 'shown', shown: false, focus: false });
    face();
    note();
    button.focus();
  }
  async function giveToken(): Promise<void> {
    const known = identity;
    if (typeof known === 'string') identity = undefined;
    const token = await (typeof known === 'function' ? known().catch(() => null) : known);
    tell({ type: 'token', token: token ?? null });
  }

  addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== desk) return;
    const message = unwrap<ToLoader>(event.data);
    if (message?.type === 'ready') {
      const missed = early ?? [];
      early = undefined;
      missed.forEach(tell);
    } else if (message?.type === 'close') close();
    else if (message?.type === 'token-wanted') void giveToken();
    else if (message?.type === 'live') {
      live = message.live;
      note();
    } else if (message?.type === 'unread') {
      badge.textContent = panel.open || !message.count ? '' : String(Math.min(message.count, 99));
      face();
    }
  });
  button.addEventListener('click', () => (panel.open ? close() : open()));
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') close();
  });
  panel.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });

  function greet(): void {
    const rule = greetingFor(dataset['greetings'] ?? RULES, location.pathname, language);
    const words = rule?.text[language];
    if (!rule || typeof words !== 'string') return;
    setTimeout(
      () => {
        if (frame || panel.open || !holds(rule, language)) return;
        said(rule);
        const answer = document.createElement('button');
        answer.textContent = words;
        answer.onclick = () => {
          dismiss(rule);
          if (rule.topic) tell({ type: 'topic', topic: rule.topic });
          open();
        };
        const away = document.createElement('button');
        away.textContent = '×';
        away.setAttribute('aria-label', dismissWord);
        away.onclick = () => {
          dismiss(rule);
          bubble.replaceChildren();
          button.focus();
        };
        bubble.append(answer, away);
      },
      Math.max(0, Number(rule.after ?? 10)) * 1000,
    );
  }

  face();
  document.body.append(host);
  if (before === 'open' && !small.matches) open(true);
  else if (before === 'open' || before === 'live') {
    // A conversation goes on, so its answers are announced on the button; a phone is not covered unasked.
    live = true;
    load(true);
  } else greet();

  Object.assign(window, {
    candour: {
      open: () => open(),
      close,
      identify(who: Identity) {
        identity = who;
        if (frame) void giveToken();
      },
      forget() {
        identity = undefined;
        live = false;
        badge.textContent = '';
        if (frame) tell({ type: 'forget' });
        face();
        if (frame) note();
        else remember('forget');
      },
    },
  });
  dispatchEvent(new Event('candour:ready'));
}

if (document.body) start();
else addEventListener('DOMContentLoaded', start);
