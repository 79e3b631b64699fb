import type { Entry, Sent } from '@candour/shared/conversations.js';
import type { Contact } from '@candour/shared/customers.js';
import type { ChatConversation, ChatHandshake, ChatHello, ChatStart } from '@candour/shared/live.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Failed, Link } from './link.js';
import type { Memory } from './memory.js';
import { randomId } from './memory.js';
import { Outbox } from './outbox.js';
import { Timeline } from './timeline.js';

/** Entries of a long conversation that are shown at first; earlier ones on request. */
const FIRST_SHOWN = 100;
/** A typing sign that is not renewed ends by itself, in milliseconds. */
const TYPING_LASTS = 6000;
const TYPING_RENEWED = 3000;

/** What the session tells the screen, and how it reaches the shop's page. */
export interface Surroundings {
  /** Something other than an entry changed. */
  changed(): void;
  /** Another conversation, or none: entries shown so far are void. */
  cleared(): void;
  heard(entry: Entry): void;
  altered(entry: Entry): void;
  tellUnread(count: number): void;
  tellLive(live: boolean): void;
  /** A fresh token of the shop's server, where the shop can give one. */
  shopToken(): Promise<string | null>;
}

/** One browser's talk with customer service: what is known, and what can be done. */
export class Session {
  hello: ChatHello | undefined;
  conversation: ChatConversation | undefined;
  online = false;
  teamTyping = false;
  /** The person asked for a new chat although there is one. */
  anew = false;
  /** Code of the refusal to be shown on the start form or above the log. */
  problem: string | undefined;
  shown = true;

  readonly timeline: Timeline;
  readonly outbox: Outbox;
  private readonly link: Link;
  private givenToken: string | undefined;
  private presented: 'shop' | 'token' | 'nothing' = 'nothing';
  private identified = false;
  private catching = false;
  private starting = false;
  private typingSaidAt = 0;
  private typingEnds = 0;

  constructor(
    readonly memory: Memory,
    readonly language: () => Language,
    private readonly around: Surroundings,
  ) {
    this.timeline = new Timeline(
      (entry) => {
        if (entry.by.role === 'staff') this.teamTyping = false;
        around.heard(entry);
        this.countUnread();
      },
      (entry) => around.altered(entry),
    );
    this.outbox = new Outbox(
      memory,
      ({ conversationId, clientId, text }) => this.link.ask('message:send', { conversationId, clientId, text }),
      {
        sent: (item, sent) => this.acknowledged(item.clientId, item.text, sent),
        changed: () => around.changed(),
      },
    );
    this.link = new Link(() => this.handshake(), {
      up: () => void this.welcome(),
      down: () => this.down(),
      refused: (code) => this.refused(code),
      entry: (id, entry) => id === this.conversation?.id && this.take(entry),
      typing: (id, on) => this.showTyping(id, on),
      read: (id, seq) => this.merge({ id, staffReadSeq: seq }),
      'conversation:changed': (change) => this.merge(change),
    });
  }

  /** The start that waits for its answer: the conversation is shown as if it had it. */
  get pendingStart(): ChatStart | undefined {
    return this.memory.kept.start;
  }
  get inConversation(): boolean {
    return !this.anew && Boolean(this.conversation ?? this.pendingStart);
  }

  connect(): void {
    this.link.connect();
  }

  start(topic: Topic, text: string, contact: Contact): void {
    if (!this.hello) return;
    const start: ChatStart = {
      startId: randomId(24),
      topic,
      language: this.language(),
      policyVersion: this.hello.policy.id,
      ...(Object.keys(contact).length && { contact }),
      message: { clientId: randomId(16), text },
    };
    this.memory.change((kept) => {
      kept.start = start;
      delete kept.draft;
    });
    this.anew = false;
    this.problem = undefined;
    this.leave();
    this.around.changed();
    void this.sendStart();
  }

  write(text: string): void {
    this.typing(false);
    this.memory.change((kept) => delete kept.draft);
    this.outbox.add(text, this.conversation?.id);
  }

  typing(on: boolean): void {
    const now = Date.now();
    const id = this.conversation?.id;
    if (!id || (on && now - this.typingSaidAt < TYPING_RENEWED) || (!on && !this.typingSaidAt)) return;
    this.typingSaidAt = on ? now : 0;
    this.link.say('typing', { conversationId: id, on });
  }

  /** Answers with the refusal's code, or nothing when it went well. */
  async giveDetails(contact: Contact): Promise<string | undefined> {
    return this.tryAsk('chat:contact', { conversationId: this.conversation!.id, contact });
  }
  async verify(code: string): Promise<string | undefined> {
    const refusal = await this.tryAsk('code:verify', { conversationId: this.conversation!.id, code });
    if (!refusal) this.merge({ id: this.conversation!.id, codeWanted: false });
    return refusal;
  }

  async showEarlier(): Promise<void> {
    const { floor } = this.timeline;
    const since = Math.max(0, floor - FIRST_SHOWN);
    const found: Entry[] = [];
    for (let seq = since; seq < floor;) {
      const page = await this.link.ask('conversation:since', { conversationId: this.conversation!.id, seq });
      const fitting = page.entries.filter((entry) => entry.seq <= floor);
      if (!fitting.length) return;
      found.push(...fitting);
      seq = fitting.at(-1)!.seq;
    }
    if (this.timeline.prepend(found)) this.around.changed();
  }

  wantAnew(anew: boolean): void {
    this.anew = anew;
    this.around.changed();
  }

  /** The shop says who the customer is: `token` is presented once. */
  identify(token: string): void {
    this.givenToken = token;
    this.identified = true;
    this.link.renew();
  }

  async forget(): Promise<void> {
    // Best effort: without a connection the token stays valid on the server, but this browser has lost it.
    await this.link.ask('chat:forget', {}).catch(() => undefined);
    this.memory.forget();
    this.signedOut();
  }
  /** Another tab signed out, or the server no longer knows the token. */
  signedOut(): void {
    this.conversation = this.hello = this.givenToken = undefined;
    this.anew = false;
    this.identified = true;
    this.leave();
    this.around.tellLive(false);
    this.around.tellUnread(0);
    this.around.changed();
    this.link.renew();
  }
  /** Another tab started a conversation: this one joins it. */
  joined(): void {
    if (!this.conversation && this.memory.kept.token && !this.starting) this.link.renew();
  }

  /** Says how far the person has read, and tells the shop's page what they have not. */
  seen(): void {
    const id = this.conversation?.id;
    const { head } = this.timeline;
    if (id && head && this.shown && document.visibilityState === 'visible' && this.online) {
      this.link.say('read', { conversationId: id, seq: head });
      if (this.memory.kept.seen !== head) this.memory.change((kept) => (kept.seen = head));
    }
    this.countUnread();
  }

  private async handshake(): Promise<ChatHandshake> {
    const { token } = this.memory.kept;
    if (!token && !this.givenToken && !this.identified) this.givenToken = (await this.around.shopToken()) ?? undefined;
    const shopToken = this.givenToken;
    this.givenToken = undefined;
    this.presented = shopToken ? 'shop' : token ? 'token' : 'nothing';
    return { language: this.language(), ...(token && { token }), ...(shopToken && { shopToken }) };
  }

  private async welcome(): Promise<void> {
    try {
      this.hello = await this.link.ask('chat:hello', {});
      this.online = true;
      const { conversation } = this.hello;
      if (conversation?.id !== this.conversation?.id) this.leave();
      this.conversation = conversation;
      this.around.tellLive(Boolean(conversation && conversation.status !== 'closed'));
      this.around.changed();
      await this.catchUp();
      if (this.pendingStart) await this.sendStart();
      else if (conversation) this.outbox.adopt(conversation.id);
      void this.outbox.flush();
      await this.raiseLevel();
    } catch (error) {
      this.later(error, () => this.welcome());
    }
  }

  /** A conversation begun anonymously is recognised once the shop can say who writes. */
  private async raiseLevel(): Promise<void> {
    if (this.identified || !this.conversation || this.conversation.level > 0) return;
    this.identified = true;
    const token = await this.around.shopToken();
    if (token) this.identify(token);
  }

  private async sendStart(): Promise<void> {
    const start = this.pendingStart;
    if (!start || this.starting || !this.online) return;
    this.starting = true;
    try {
      const { token, conversation, entries } = await this.link.ask('chat:start', start);
      this.conversation = conversation;
      this.memory.change((kept) => {
        kept.token = token;
        kept.seen = 0;
        delete kept.start;
      });
      this.around.tellLive(true);
      for (const entry of entries) this.timeline.apply(entry);
      this.outbox.adopt(conversation.id);
      this.around.changed();
      this.seen();
      void this.outbox.flush();
    } catch (error) {
      if (!this.later(error, () => this.sendStart())) {
        this.memory.change((kept) => {
          kept.draft = start.message.text;
          delete kept.start;
        });
        if (this.problem === 'policy-not-accepted') void this.welcome();
        this.around.changed();
      }
    } finally {
      this.starting = false;
    }
  }

  private acknowledged(clientId: string, text: string, sent: Sent): void {
    const { id, seq, at, masks } = sent;
    this.take({
      seq,
      id,
      kind: 'message',
      at,
      by: { role: 'customer' },
      clientId,
      text: sent.text ?? text,
      ...(masks && { masks }),
    });
  }

  private take(entry: Entry): void {
    if (this.timeline.apply(entry) === 'gap') void this.catchUp().catch(() => undefined);
    else this.seen();
  }

  /** Fetches exactly what came after the newest entry known. */
  private async catchUp(): Promise<void> {
    const { conversation } = this;
    if (!conversation || this.catching) return;
    this.catching = true;
    try {
      if (!this.timeline.head && conversation.head > FIRST_SHOWN) this.timeline.begin(conversation.head - FIRST_SHOWN);
      for (let more = true; more;) {
        const page = await this.link.ask('conversation:since', {
          conversationId: conversation.id,
          seq: this.timeline.head,
        });
        if (conversation.id !== this.conversation?.id) return;
        for (const entry of page.entries) this.timeline.apply(entry);
        more = page.entries.length > 0 && this.timeline.head < page.head;
      }
    } finally {
      this.catching = false;
    }
    this.around.changed();
    this.seen();
  }

  private down(): void {
    this.online = this.teamTyping = false;
    this.around.changed();
  }

  private refused(code: string | undefined): void {
    this.online = false;
    if (code?.startsWith('token-') && this.presented !== 'nothing') {
      if (this.presented === 'token') {
        this.memory.forget();
        this.conversation = undefined;
        this.leave();
      }
      this.identified = true;
      this.link.connect();
    } else {
      this.problem = code ?? 'unavailable';
      setTimeout(() => this.link.connect(), 3000);
    }
    this.around.changed();
  }

  private showTyping(id: string, on: boolean): void {
    if (id !== this.conversation?.id) return;
    this.teamTyping = on;
    clearTimeout(this.typingEnds);
    if (on) this.typingEnds = window.setTimeout(() => this.showTyping(id, false), TYPING_LASTS);
    this.around.changed();
  }

  private merge(change: { id: string } & Partial<ChatConversation>): void {
    const known = this.conversation;
    if (change.id !== known?.id) return;
    const staffReadSeq = Math.max(known.staffReadSeq, change.staffReadSeq ?? 0);
    this.conversation = { ...known, ...change, staffReadSeq };
    this.around.tellLive(this.conversation.status !== 'closed');
    this.around.changed();
  }

  private leave(): void {
    this.timeline.begin(0);
    this.teamTyping = false;
    this.around.cleared();
  }

  private countUnread(): void {
    let count = 0;
    const seen = this.memory.kept.seen ?? 0;
    for (let seq = this.timeline.head; seq > seen && seq > this.timeline.floor; seq--) {
      const entry = this.timeline.get(seq);
      if (entry?.by.role === 'staff' && entry.kind === 'message') count++;
    }
    this.around.tellUnread(count);
  }

  private async tryAsk(...[name, said]: Parameters<Link['ask']>): Promise<string | undefined> {
    try {
      await this.link.ask(name, said);
      return undefined;
    } catch (error) {
      return error instanceof Failed ? error.code : 'internal';
    }
  }

  /** True where the same will be tried again: by the next connection, or after a pause. */
  private later(error: unknown, again: () => Promise<void>): boolean {
    if (!(error instanceof Failed)) throw error;
    this.problem = error.code === 'lost' ? undefined : error.code;
    if (error.passing && this.link.up) setTimeout(() => void again(), Number(error.facts?.['retryAfter'] ?? 2) * 1000);
    return error.passing;
  }
}
