import type { Entry } from '@candour/shared/conversations.js';
import { kitOf } from '../kit.js';
import { shownFiles, Slot } from '../lazy.js';
import { TEXT_MAX } from '../limits.js';
import type { Words } from '../catalogue/en.js';
import type { Unsent } from '../memory.js';
import type { Session } from '../session.js';
import { fill, h, icon } from './dom.js';
import { LogView } from './log-view.js';
import { policyLine } from './policy-line.js';
import type { Screen } from './screen.js';
import { waitingSentence } from './waiting.js';

const COUNT_FROM = TEXT_MAX - 500;
const TYPING_PAUSE = 4000;

/** The conversation and its composer. */
export function talkView(session: Session, words: Words): Screen {
  const kit = kitOf(session, words, shownFiles, () => text.focus());
  const log = new LogView(session, words, kit);
  const code = new Slot(kit, 'code');
  const files = new Slot(kit, 'files');
  const clip = h(
    'button',
    {
      type: 'button',
      className: 'clip',
      ariaLabel: words.attach,
      title: words.attach,
      onclick() {
        files.show(true);
        files.focus();
      },
    },
    icon('clip'),
  );
  const survey = new Slot(kit, 'survey');
  const overflow = new Slot(kit, 'overflow');
  const note = h('p', { className: 'note' });
  const typing = h('p', { className: 'typing' });
  const left = h('p', { className: 'hint', role: 'status' });
  const anew = h('button', { type: 'button', className: 'quiet', onclick: () => session.wantAnew(true) }, words.anew);
  const below = h(
    'button',
    {
      type: 'button',
      className: 'below',
      hidden: true,
      onclick() {
        log.toEnd();
        below.hidden = true;
      },
    },
    icon('down'),
    words.newBelow,
  );
  const earlier = h(
    'button',
    { type: 'button', className: 'quiet', onclick: () => void session.talk.showEarlier().catch(() => undefined) },
    words.earlier,
  );

  let pause = 0;
  const text = h('textarea', {
    rows: 1,
    maxLength: TEXT_MAX,
    ariaLabel: words.composer,
    placeholder: words.composer,
    value: session.memory.kept.draft ?? '',
    oninput() {
      fit();
      session.memory.change((kept) => (kept.draft = text.value));
      session.talk.typing(Boolean(text.value));
      clearTimeout(pause);
      pause = window.setTimeout(() => session.talk.typing(false), TYPING_PAUSE);
    },
    onkeydown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    },
  });
  const composer = h(
    'form',
    {
      className: 'composer',
      onsubmit(event: Event) {
        event.preventDefault();
        send();
      },
    },
    clip,
    text,
    h('button', { className: 'send', ariaLabel: words.send, title: words.send }, icon('send')),
  );
  const policy = h('div');

  function fit(): void {
    text.style.height = 'auto';
    text.style.height = `${Math.min(text.scrollHeight + 2, 120)}px`;
    left.textContent = text.value.length > COUNT_FROM ? fill(words.left, { count: TEXT_MAX - text.value.length }) : '';
  }
  function send(): void {
    const message = text.value.trim();
    const attached = session.attached ? session.attached.take() : [];
    text.focus();
    if (!attached || !(message || attached.length)) return;
    if (attached.length) files.show(false);
    text.value = '';
    fit();
    session.write(message, attached);
  }

  function unsent(): Unsent[] {
    const start = session.pendingStart;
    const first = start && [{ ...start.message, at: Date.now() }];
    return [...(first ?? []), ...session.outbox.items];
  }

  function sync(): void {
    const { conversation } = session.talk;
    const status = conversation?.status ?? 'queued';
    code.show(Boolean(conversation?.codeWanted));
    clip.hidden = !conversation;
    survey.show(conversation?.survey !== undefined);
    const queue = status === 'queued' ? conversation?.queue : undefined;
    overflow.show(queue !== undefined && (queue.overflow || conversation?.answerBy !== undefined));
    typing.textContent = session.talk.teamTyping
      ? fill(words.typing, { name: conversation?.assigneeName ?? words.team })
      : '';
    const sentence = {
      queued: waitingSentence(queue, words, session.language(), conversation?.answerBy),
      resolved: words.resolvedHint,
      closed: words.closedHint,
    }[status as string];
    if (note.textContent !== (sentence ?? '')) note.textContent = sentence ?? '';
    const over = status === 'resolved' || status === 'closed';
    anew.hidden = !over;
    composer.hidden = status === 'closed';
    earlier.hidden = !session.talk.timeline.floor;
    if (session.hello && !policy.firstChild) policy.append(policyLine(words, session.language(), session.hello, false));
    log.sync(unsent());
  }

  const node = h(
    'main',
    { className: 'talk' },
    earlier,
    log.node,
    h('div', { className: 'over' }, below),
    typing,
    h('div', { role: 'status' }, note),
    overflow.node,
    survey.node,
    anew,
    code.node,
    files.node,
    composer,
    left,
    policy,
  );
  log.node.addEventListener('scroll', () => log.atEnd() && (below.hidden = true));
  sync();
  requestAnimationFrame(() => {
    log.toEnd();
    fit();
  });
  return {
    node,
    sync,
    focus: () => (composer.hidden ? anew : text).focus(),
    heard(entry: Entry) {
      const far = !log.atEnd();
      log.put(entry);
      if (far && entry.by.role !== 'customer' && entry.kind === 'message') below.hidden = false;
    },
    altered: (entry: Entry) => log.alter(entry),
  };
}
