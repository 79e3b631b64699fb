import type { Sent } from '@candour/shared/conversations.js';
import { Failed } from './link.js';
import type { Kept } from './memory.js';
import { Memory } from './memory.js';
import { Outbox } from './outbox.js';

class Shelf {
  private readonly values = new Map<string, string>();
  getItem = (key: string): string | null => this.values.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.values.set(key, value);
  removeItem = (key: string): void => void this.values.delete(key);
}

describe('the outbox', () => {
  let shelf: Shelf;
  let sent: string[];
  /** What the server does with each send, in turn; afterwards it accepts. */
  let answers: (Sent | Failed)[];
  let calls: { clientId: string; text: string }[];
  let up: boolean;

  const ok = { id: 'x', seq: 1, at: 1 };
  const open = (): Outbox =>
    new Outbox(
      new Memory(shelf),
      async (item) => {
        calls.push(item);
        const answer = answers.shift() ?? ok;
        if (answer instanceof Failed) throw answer;
        return answer;
      },
      { sent: ({ text }) => sent.push(text), changed: () => undefined, up: () => up },
    );

  beforeEach(() => {
    shelf = new Shelf();
    sent = [];
    calls = [];
    answers = [];
    up = true;
  });

  it('sends in the order of writing, one at a time', async () => {
    const outbox = open();
    for (const text of ['one', 'two', 'three']) outbox.add(text, 'c');
    await outbox.flush();
    await Promise.resolve();
    for (let turn = 0; outbox.items.length && turn < 50; turn++) await Promise.resolve();
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  it('keeps what had no answer and sends it again under the same id, also after the page was closed', async () => {
    answers = [new Failed('lost')];
    up = false;
    const first = open();
    first.add('hello', 'c');
    await first.flush();
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(first.items.length).toBe(1);

    const reopened = open();
    await reopened.flush();
    expect(sent).toEqual(['hello']);
    expect(calls.length).toBe(2);
    expect(calls[0]!.clientId).toBe(calls[1]!.clientId);
    expect(reopened.items).toEqual([]);
  });

  it('tries again by itself what had no answer over a connection that stands', async () => {
    jasmine.clock().install();
    try {
      answers = [new Failed('lost'), new Failed('lost')];
      const outbox = open();
      outbox.add('slow', 'c');
      outbox.add('next', 'c');
      for (let second = 0; outbox.items.length && second < 10; second++) {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        expect(calls.length).toBeLessThanOrEqual(1 + second / 2 + 1);
        jasmine.clock().tick(1000);
      }
      expect(sent).toEqual(['slow', 'next']);
      expect(calls.map(({ text }) => text)).toEqual(['slow', 'slow', 'slow', 'next']);
      expect(new Set(calls.map(({ clientId }) => clientId)).size).toBe(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('waits with what belongs to a conversation that is not yet started', async () => {
    const outbox = open();
    outbox.add('early', undefined);
    await outbox.flush();
    expect(calls).toEqual([]);
    outbox.adopt('c');
    await outbox.flush();
    expect(sent).toEqual(['early']);
  });

  it('sets aside what is refused for good and goes on with the rest', async () => {
    answers = [new Failed('text-too-long')];
    const outbox = open();
    outbox.add('long', 'c');
    outbox.add('short', 'c');
    for (let turn = 0; outbox.items.length > 1 && turn < 100; turn++) await Promise.resolve();
    expect(sent).toEqual(['short']);
    expect(outbox.items.map(({ text, failed }) => [text, failed])).toEqual([['long', 'text-too-long']]);
    outbox.discard(outbox.items[0]!.clientId);
    expect(outbox.items).toEqual([]);
  });
});

describe('the memory of the chat', () => {
  it('forgets all but the language', () => {
    const shelf = new Shelf();
    const memory = new Memory(shelf);
    memory.change((kept) => Object.assign(kept, { token: 't', draft: 'd', language: 'de' }));
    memory.forget();
    expect(new Memory(shelf).kept).toEqual({ language: 'de' });
  });

  it('leaves no long number in the browser, and goes on with what was written', () => {
    const shelf = new Shelf();
    const memory = new Memory(shelf);
    const text = 'my card 4111 1111 1111 1111, order 1001';
    memory.change((kept) => {
      kept.draft = text;
      kept.start = { message: { clientId: 'a', text: 'it is 4111111111111111' } } as NonNullable<Kept['start']>;
      kept.unsent = [{ clientId: 'b', text: '٤١١١١١١١١١١١١١١١', at: 1 }];
    });
    memory.change((kept) => (kept.seen = 3));
    const kept = memory.kept;
    expect([kept.draft, kept.start!.message.text, kept.unsent![0]!.text]).toEqual([
      text,
      'it is 4111111111111111',
      '٤١١١١١١١١١١١١١١١',
    ]);
    expect(shelf.getItem('candour')).not.toMatch(/4111|٤١١١/);
    // A later page cannot send what was written: its author finds it in the field.
    const later = new Memory(shelf).kept;
    expect(later.draft!.split('\n')).toEqual([
      'it is ••••••••••••1111',
      '••••••••••••١١١١',
      'my card •••• •••• •••• 1111, order 1001',
    ]);
    expect([later.start, later.unsent]).toEqual([undefined, []]);
  });

  it('knows a card number with its date or code behind it, and lets other numbers be', () => {
    const cases = [
      ['4111 1111 1111 1111 12/28', '•••• •••• •••• 1111 12/28'],
      ['4111111111111111 123', '••••••••••••1111 123'],
      ['5500-0000-0000-0004, 2 chairs', '••••-••••-••••-0004, 2 chairs'],
      ['378282246310005', '•••••••••••0005'],
      ['1: 4111.1111.1111.1111', '1: ••••.••••.••••.1111'],
      ['between 12.03.2024 - 15.04.2024', 'between 12.03.2024 - 15.04.2024'],
      ['tracking 00340434161094042557', 'tracking 00340434161094042557'],
      ['0049 170 1234567, orders 1000001, 1000002', '0049 170 1234567, orders 1000001, 1000002'],
    ] as const;
    for (const [text, stored] of cases) {
      const shelf = new Shelf();
      new Memory(shelf).change((kept) => (kept.draft = text));
      expect((JSON.parse(shelf.getItem('candour')!) as Kept).draft).toBe(stored);
    }
  });

  it('takes what another tab wrote for what it is', () => {
    const shelf = new Shelf();
    const [one, other] = [new Memory(shelf), new Memory(shelf)];
    one.change((kept) => (kept.draft = '4111111111111111'));
    other.change((kept) => (kept.draft = 'hello'));
    expect(one.kept.draft).toBe('hello');
  });

  it('goes on without a storage that refuses', () => {
    const refuse = (): never => {
      throw new Error('denied');
    };
    const memory = new Memory({ getItem: refuse, setItem: refuse, removeItem: refuse });
    memory.change((kept) => (kept.token = 't'));
    expect(memory.kept.token).toBe('t');
    memory.forget();
    expect(memory.kept).toEqual({});
  });
});
