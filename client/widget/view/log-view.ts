import type { Entry } from '@candour/shared/conversations.js';
import type { Words } from '../catalogue/en.js';
import type { Unsent } from '../memory.js';
import type { Session } from '../session.js';
import type { Kit } from '../kit.js';
import { body, factSentence } from './bubble.js';
import { h, unseen } from './dom.js';
import { localeOf } from './locale.js';
import { problemSentence } from './problem.js';

interface Row {
  node: HTMLElement;
  mark: HTMLElement;
  seq: number;
  mine: boolean;
}

/**
 * The conversation as a live region. Entries are appended in order; a message on its way keeps its element when it
 * is acknowledged, so that it is not read out twice.
 */
export class LogView {
  readonly node: HTMLElement;
  private readonly rows: Row[] = [];
  private readonly waiting = new Map<string, Row>();
  private readonly time: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;
  private lastDay = '';
  private floor = 0;

  constructor(
    private readonly session: Session,
    private readonly words: Words,
    private readonly kit: Kit,
  ) {
    const locale = localeOf(session.language());
    this.time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    this.day = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
    this.node = h('div', {
      className: 'log',
      role: 'log',
      'aria-live': 'polite',
      'aria-label': words.log,
      tabIndex: 0,
    });
    // What opens above or below (a code to type in, the keyboard of a phone) must not cover the newest words.
    let end = true;
    this.node.addEventListener('scroll', () => (end = this.atEnd()));
    new ResizeObserver(() => end && this.toEnd()).observe(this.node);
    this.fill();
  }

  /** All that is known, from the beginning; the newest words stay where they are on the screen. */
  private fill(): void {
    const { timeline } = this.session.talk;
    const fromEnd = this.node.scrollHeight - this.node.scrollTop;
    this.node.ariaLive = 'off';
    this.node.replaceChildren();
    this.rows.length = 0;
    this.waiting.clear();
    this.lastDay = '';
    this.floor = timeline.floor;
    for (const entry of timeline.all()) this.put(entry);
    this.node.scrollTop = this.node.scrollHeight - fromEnd;
  }

  put(entry: Entry): void {
    const stick = this.atEnd();
    const { clientId = '' } = entry;
    const waiting = this.waiting.get(clientId);
    if (waiting) {
      this.waiting.delete(clientId);
      waiting.seq = entry.seq;
      this.rows.push(waiting);
      this.say(waiting, entry);
      const first = this.waiting.values().next().value;
      if (first) this.node.insertBefore(waiting.node, first.node);
    } else {
      const row = this.row(entry);
      if (row) this.add(row, entry.at);
    }
    if (stick || entry.by.role === 'customer') this.toEnd();
  }

  alter(entry: Entry): void {
    const row = this.rows.find(({ seq }) => seq === entry.seq);
    if (row) this.say(row, entry);
  }

  /** Brings messages on their way and the marks up to date. */
  sync(unsent: readonly Unsent[]): void {
    const { timeline } = this.session.talk;
    if (timeline.floor < this.floor) this.fill();
    this.floor = timeline.floor;
    const stick = this.atEnd();
    const ids = new Set(unsent.map(({ clientId }) => clientId));
    for (const [clientId, row] of this.waiting) {
      if (ids.has(clientId)) continue;
      row.node.remove();
      this.waiting.delete(clientId);
    }
    for (const item of unsent) {
      let row = this.waiting.get(item.clientId);
      if (!row && !this.rows.some(({ node }) => node.dataset['id'] === item.clientId)) {
        row = this.bubble({
          clientId: item.clientId,
          text: item.text,
          at: item.at,
          by: { role: 'customer' },
          attachments: item.files,
        });
        this.add(row, item.at, true);
        this.waiting.set(item.clientId, row);
        this.toEnd();
      }
      if (row) this.markWaiting(row, item);
    }
    this.markSent();
    if (stick) this.toEnd();
    // What was said before the chat was opened is there to be read, not read out.
    if (timeline.head || unsent.length) this.node.ariaLive = 'polite';
  }

  atEnd(): boolean {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < 60;
  }
  toEnd(): void {
    this.node.scrollTop = this.node.scrollHeight;
  }

  private row(entry: Entry): Row | undefined {
    if (entry.kind === 'message' || entry.kind === 'removal') {
      // A removal stands for the entries it names; by itself it says nothing.
      if (entry.kind === 'removal' && entry.targets) return undefined;
      const row = this.bubble(entry);
      this.say(row, entry);
      return row;
    }
    const sentence = entry.kind === 'fact' ? factSentence(entry, this.words) : undefined;
    if (!sentence) return undefined;
    return { node: h('p', { className: 'fact' }, sentence), mark: h('span'), seq: entry.seq, mine: false };
  }

  private bubble(entry: Pick<Entry, 'by' | 'at' | 'clientId' | 'text' | 'attachments'> & { seq?: number }): Row {
    const mine = entry.by.role === 'customer';
    const mark = h('span', { className: 'mark' });
    const who = mine ? this.words.you : (entry.by.name ?? this.words.team);
    const before = this.rows.at(-1);
    const again = before?.node.dataset['who'] === who;
    const bubble = h('div', { className: 'bubble', dir: 'auto', hidden: entry.text === '' }, entry.text ?? '');
    if (entry.attachments) {
      // Without their part the words still stand; the next look at the conversation tries again.
      this.kit.files(entry.attachments).then(
        (files) => bubble.after(files),
        () => undefined,
      );
    }
    const node = h(
      'div',
      { className: mine ? 'row mine' : 'row' },
      mine || again ? unseen(`${who}: `) : h('span', { className: 'who' }, who),
      bubble,
      h(
        'div',
        { className: 'meta' },
        h('time', { dateTime: new Date(entry.at).toISOString() }, this.time.format(entry.at)),
        mark,
      ),
    );
    node.dataset['who'] = who;
    if (entry.clientId) node.dataset['id'] = entry.clientId;
    return { node, mark, seq: entry.seq ?? 0, mine };
  }

  private say(row: Row, entry: Entry): void {
    const bubble = row.node.querySelector('.bubble');
    if (!bubble) return;
    const gone = entry.kind === 'removal';
    bubble.classList.toggle('gone', gone);
    bubble.replaceChildren(...(gone ? [this.words.removed] : body(entry.text ?? '', entry.masks ?? [], this.words)));
  }

  private add(row: Row, at: number, waiting = false): void {
    const day = this.day.format(at);
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.insert(h('p', { className: 'day' }, day));
    }
    if (waiting) this.node.append(row.node);
    else {
      this.insert(row.node);
      this.rows.push(row);
    }
  }

  /** Before the messages still on their way. */
  private insert(node: HTMLElement): void {
    this.node.insertBefore(node, this.waiting.values().next().value?.node ?? null);
  }

  private markWaiting({ node, mark }: Row, { clientId, failed }: Unsent): void {
    const { words, session } = this;
    node.classList.toggle('failed', Boolean(failed));
    const text = failed ?? (session.online ? words.sending : words.kept);
    if (mark.dataset['of'] === text) return;
    mark.dataset['of'] = text;
    if (!failed) return mark.replaceChildren(text);
    const why = problemSentence(failed, words);
    mark.replaceChildren(
      h('strong', {}, words.failed),
      ` ${why} `,
      h('button', { type: 'button', onclick: () => session.outbox.again(clientId) }, words.again),
      h('button', { type: 'button', onclick: () => session.outbox.discard(clientId) }, words.discard),
    );
  }

  /** The word stands beside the newest own message; those before it were delivered too. */
  private markSent(): void {
    const read = this.session.talk.conversation?.staffReadSeq ?? 0;
    let newest = true;
    for (let i = this.rows.length - 1; i >= 0; i--) {
      const row = this.rows[i];
      if (!row?.mine) continue;
      const text = newest ? (row.seq <= read ? this.words.read : this.words.delivered) : '';
      newest = false;
      if (row.mark.textContent !== text) {
        delete row.mark.dataset['of'];
        row.mark.textContent = text;
      } else if (!text) break;
    }
  }
}
