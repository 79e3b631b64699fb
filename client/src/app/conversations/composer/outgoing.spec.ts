import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { TestLine, turn } from '../../core/line.testing';
import { Live } from '../../core/live';
import { Session } from '../../core/session';
import { Outgoing } from './outgoing';

describe('What an agent wrote and the server has not acknowledged', () => {
  let line: TestLine;
  let left: Subject<string>;
  let outgoing: Outgoing;
  let sent: string[];

  /** As a page that was opened finds it. */
  function open(): void {
    TestBed.resetTestingModule();
    line = new TestLine();
    left = new Subject();
    TestBed.configureTestingModule({
      providers: [
        { provide: Live, useValue: line },
        { provide: Session, useValue: { left } },
      ],
    });
    outgoing = TestBed.inject(Outgoing);
    sent = [];
    outgoing.sent.subscribe(({ message }) => sent.push(message.text));
  }
  const write = (text: string): void => outgoing.send({ conversationId: 'c', kind: 'message', text });
  const texts = (): string[] => line.asked.map(({ payload }) => (payload as { text: string }).text);
  const ok = { id: 'x', seq: 1, at: 1 };

  beforeEach(() => {
    sessionStorage.clear();
    open();
  });
  afterEach(() => sessionStorage.clear());

  it('goes out in the order of writing, each after the answer to the one before', async () => {
    for (const text of ['one', 'two', 'three']) write(text);
    for (const text of ['one', 'two', 'three']) {
      await turn();
      expect(texts()).toEqual([text]);
      await line.waiting('message:send').answer(ok);
    }
    expect(sent).toEqual(['one', 'two', 'three']);
    expect(outgoing.all()).toEqual([]);
  });

  it('is sent again under the same id when the connection is back, still in order', async () => {
    write('one');
    write('two');
    await turn();
    const first = line.waiting('message:send').payload;
    await line.lose();
    expect(outgoing.all().map(({ state }) => state)).toEqual(['kept', 'sending']);
    expect(line.asked).toEqual([]);
    await line.comeBack();
    expect(texts()).toEqual(['one']);
    expect(line.waiting('message:send').payload).toEqual(first);
    await line.waiting('message:send').answer(ok);
    await line.waiting('message:send').answer(ok);
    expect(sent).toEqual(['one', 'two']);
  });

  it('outlives a reload of the page', async () => {
    write('kept');
    await turn();
    const first = line.waiting('message:send').payload;
    await line.lose();
    open();
    await turn();
    expect(line.waiting('message:send').payload).toEqual(first);
    await line.waiting('message:send').answer(ok);
    open();
    await turn();
    expect(line.asked).toEqual([]);
  });

  it('is set aside where it is refused, and holds up nothing behind it', async () => {
    write('too much');
    write('next');
    await turn();
    await line.waiting('message:send').fail('text-too-long');
    expect(texts()).toEqual(['next']);
    await line.waiting('message:send').answer(ok);
    expect(outgoing.all().map(({ text, state }) => [text, state])).toEqual([['too much', 'refused']]);
    outgoing.again(outgoing.all()[0]!.clientId);
    await turn();
    expect(texts()).toEqual(['too much']);
  });

  it('is held where something came that its writer had not seen, and goes out under the same id when they have', async () => {
    outgoing.send({ conversationId: 'c', kind: 'message', text: 'late', seen: 3 });
    await turn();
    const first = line.waiting('message:send').payload as object;
    await line.waiting('message:send').fail('stale-reply');
    expect(outgoing.all().map(({ state }) => state)).toEqual(['held']);
    expect(line.asked).toEqual([]);
    outgoing.confirm(outgoing.all()[0]!.clientId, 5);
    await turn();
    expect(line.waiting('message:send').payload).toEqual({ ...first, seen: 5 });
    await line.waiting('message:send').answer({ ...ok, seq: 6 });
    expect(sent).toEqual(['late']);
  });

  it('knows of one’s own words before it, and of nobody else’s', async () => {
    for (const [text, seen] of [
      ['one', 3],
      ['two', 3],
      ['older', 2],
    ] as const) {
      outgoing.send({ conversationId: 'c', kind: 'message', text, seen });
    }
    await turn();
    await line.waiting('message:send').answer({ ...ok, seq: 7 });
    expect(outgoing.all().map(({ text, seen }) => [text, seen])).toEqual([
      ['two', 7],
      ['older', 2],
    ]);
  });

  it('is forgotten by who signs out, and kept for who was merely timed out', async () => {
    write('mine');
    left.next('idle');
    expect(outgoing.all().length).toBe(1);
    left.next('signed-out');
    expect(outgoing.all()).toEqual([]);
    await turn();
    expect(sessionStorage.getItem('candour.outgoing')).toBeNull();
  });
});
