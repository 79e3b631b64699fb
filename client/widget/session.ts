import type { Attachment } from '@candour/shared/attachments.js';
import type { Contact } from '@candour/shared/customers.js';
import type { ChatHandshake, ChatHello, ChatStart } from '@candour/shared/live.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { Failed, Link } from './link.js';
import type { Memory } from './memory.js';
import { messageId, randomId } from './memory.js';
import { Outbox } from './outbox.js';
import type { TalkEvents } from './talk.js';
import { Talk } from './talk.js';

/** Pause before a refused connection is tried again, in milliseconds. */
const CONNECT_AGAIN = 3000;

/** What the session tells the screen, and how it reaches the shop's page. */
export interface Surroundings extends TalkEvents {
  /** A fresh token of the shop's server, where the shop can give one. */
  shopToken(): Promise<string | null>;
}

/** This browser's standing with customer service: who it is, whether it is connected, what it may start. */
export class Session {
  hello: ChatHello | undefined;
  online = false;
  /** What the greeting was about that the person answered; picked beforehand in the form. */
  topic: string | undefined;
  /** The person asked for a new chat although there is one. */
  anew = false;
  /** The conversation was just deleted, here or on another page. */
  deleted = false;
  /** Code of the refusal to be shown instead of, or on, the start form. */
  problem: string | undefined;

  /** Set by the part that chooses files: those of the next message; nothing while one is on its way. */
  attached: { take(): Attachment[] | undefined } | undefined;

  readonly talk: Talk;
  readonly outbox: Outbox;
  private readonly link: Link;
  private givenToken: string | undefined;
  private presented: 'shop' | 'token' | 'nothing' = 'nothing';
  /** Signed out here, or the shop's word was refused: the shop is not asked again who this is. */
  private anonymous = false;
  private raised = false;
  private starting = false;

  constructor(
    readonly memory: Memory,
    readonly language: () => Language,
    private readonly around: Surroundings,
  ) {
    this.link = new Link(() => this.handshake(), {
      up: () => void this.welcome(),
      down: () => this.down(),
      refused: (code) => this.refused(code),
      entry: (id, entry) => id === this.talk.conversation?.id && this.talk.take(entry),
      typing: (id, on) => this.talk.showTyping(id, on),
      read: (id, seq) => this.talk.merge({ id, staffReadSeq: seq }),
      'conversation:changed': (change) => {
        if (!change.goesOn) this.talk.merge(change);
        else if (change.id === this.talk.id) void this.welcome();
      },
      'conversation:gone': (id) => this.gone(id),
    });
    this.talk = new Talk(this.link, memory, around);
    this.outbox = new Outbox(
      memory,
      ({ conversationId, clientId, text, files }) => {
        const ask = { conversationId, clientId, text };
        return files
          ? this.link.ask('message:attach', { ...ask, attachments: files.map(({ id }) => id) })
          : this.link.ask('message:send', ask);
      },
      {
        sent: (item, sent) => this.talk.acknowledged(item, sent),
        changed: () => around.changed(),
        up: () => this.link.up,
      },
    );
  }

  /** The start that waits for its answer: the conversation is shown as if it had it. */
  get pendingStart(): ChatStart | undefined {
    const { start } = this.memory.kept;
    // One cut is another tab's: that one sends what it wrote.
    return start && 'cut' in start.message ? undefined : start;
  }
  get inConversation(): boolean {
    return !this.anew && Boolean(this.talk.conversation ?? this.pendingStart);
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
      message: { clientId: messageId(), text },
    };
    this.memory.change((kept) => {
      kept.start = start;
      delete kept.draft;
    });
    this.anew = this.deleted = false;
    this.problem = undefined;
    this.talk.leave();
    this.around.changed();
    void this.sendStart();
  }

  write(text: string, files?: Attachment[]): void {
    this.talk.typing(false);
    this.memory.change((kept) => delete kept.draft);
    this.outbox.add(text, this.talk.conversation?.id, files);
  }

  /** Asks the desk. @throws Failed where it is refused, or no answer comes. */
  readonly ask: Link['ask'] = (name, said) => this.link.ask(name, said);
  /** The code of what `ask` threw. */
  codeOf(error: unknown): string {
    return error instanceof Failed ? (error.code === 'lost' ? 'unavailable' : error.code) : 'internal';
  }

  /** The conversation was deleted, here or on another page: nothing of it stays in this browser. */
  gone(id: string): void {
    if (id !== this.talk.id) return;
    this.memory.change((kept) => {
      delete kept.draft;
      delete kept.unsent;
      delete kept.seen;
    });
    this.deleted = true;
    this.anew = false;
    this.talk.adopt(undefined);
    this.around.tellUnread(0);
  }

  /** Answers with the refusal's code, or nothing when it went well. */
  async giveDetails(contact: Contact): Promise<string | undefined> {
    return this.tryAsk('chat:contact', { conversationId: this.talk.id, contact });
  }
  async verify(code: string): Promise<string | undefined> {
    const { id } = this.talk;
    const refusal = await this.tryAsk('code:verify', { conversationId: id, code });
    if (!refusal) this.talk.merge({ id, codeWanted: false });
    return refusal;
  }

  wantAnew(anew: boolean): void {
    this.anew = anew;
    this.around.changed();
  }

  /** The shop says who the customer is: `token` is presented once, by the next handshake. */
  identify(token: string): void {
    this.givenToken = token;
    this.anonymous = false;
    if (this.online) void this.raiseLevel();
  }

  forget(): void {
    // Best effort: without a connection the token stays valid on the server, but this browser has lost it.
    this.link.ask('chat:forget', {}).catch(() => undefined);
    this.memory.forget();
    this.signedOut();
  }
  /** Signed out here or in another tab. */
  signedOut(): void {
    this.hello = this.givenToken = undefined;
    this.anew = this.raised = this.online = false;
    this.anonymous = true;
    this.talk.adopt(undefined);
    this.around.tellUnread(0);
    this.link.renew();
  }
  /** Another tab started a conversation: this one joins it. */
  joined(): void {
    if (!this.talk.conversation && this.memory.kept.token && !this.starting) this.link.renew();
  }

  private async handshake(): Promise<ChatHandshake> {
    const { token } = this.memory.kept;
    if (!token && !this.givenToken && !this.anonymous) this.givenToken = (await this.around.shopToken()) ?? undefined;
    const shopToken = this.givenToken;
    this.givenToken = undefined;
    this.presented = shopToken ? 'shop' : token ? 'token' : 'nothing';
    return { language: this.language(), ...(token && { token }), ...(shopToken && { shopToken }) };
  }

  private async welcome(): Promise<void> {
    try {
      this.hello = await this.link.ask('chat:hello', {});
      this.online = true;
      this.problem = undefined;
      if (this.pendingStart) return await this.sendStart();
      const { conversation } = this.hello;
      this.talk.adopt(conversation);
      await this.talk.catchUp();
      if (conversation) this.outbox.adopt(conversation.id);
      void this.outbox.flush();
      await this.raiseLevel();
    } catch (error) {
      this.later(error, () => this.welcome());
    }
  }

  /** Who came anonymously is recognised once the shop can say who it is. */
  private async raiseLevel(): Promise<void> {
    const level = this.talk.conversation?.level;
    const known = level === undefined ? this.hello?.name !== undefined : level > 0;
    if (known || this.anonymous) this.givenToken = undefined;
    else if (this.givenToken) this.link.renew();
    else if (level === 0 && !this.raised) {
      this.raised = true;
      this.givenToken = (await this.around.shopToken()) ?? undefined;
      if (this.givenToken) this.link.renew();
    }
  }

  private async sendStart(): Promise<void> {
    const start = this.pendingStart;
    if (!start || this.starting || !this.online) return;
    this.starting = true;
    try {
      const { token, conversation, entries } = await this.link.ask('chat:start', start);
      this.memory.change((kept) => {
        kept.token = token;
        kept.seen = 0;
        delete kept.start;
      });
      this.talk.adopt(conversation);
      for (const entry of entries) this.talk.take(entry);
      this.outbox.adopt(conversation.id);
      this.around.changed();
      void this.outbox.flush();
    } catch (error) {
      if (!this.later(error, () => this.sendStart())) await this.startRefused(start);
    } finally {
      this.starting = false;
    }
  }

  /** Back to the form with what was written, and the policy as it now stands. */
  private async startRefused({ message }: ChatStart): Promise<void> {
    this.hello = await this.link.ask('chat:hello', {}).catch(() => this.hello);
    this.memory.change((kept) => {
      kept.draft = message.text;
      delete kept.start;
    });
    this.around.changed();
  }

  private down(): void {
    this.online = this.talk.teamTyping = false;
    this.around.changed();
  }

  private refused(code: string | undefined): void {
    this.online = false;
    if (code?.startsWith('token-') && this.presented !== 'nothing') {
      if (this.presented === 'shop') this.anonymous = true;
      else {
        this.memory.forget();
        this.talk.adopt(undefined);
      }
      this.link.connect();
    } else {
      this.problem = code ?? 'unavailable';
      setTimeout(() => this.link.connect(), CONNECT_AGAIN);
    }
    this.around.changed();
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
