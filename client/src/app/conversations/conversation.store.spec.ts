import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Entry } from '@candour/shared/conversations.js';
import { Subject } from 'rxjs';
import { TestLine, turn } from '../core/line.testing';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { provideTestWords } from '../core/words.testing';
import { Company } from './company';
import { ConversationStore } from './conversation.store';
import { InboxStore } from './inbox/inbox.store';

const me = { id: '00000000-0000-7000-8000-0000000000aa', name: 'Nell' };
const id = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';

const entry = (seq: number, more: Partial<Entry> = {}): Entry => ({
  seq,
  id: `00000000-0000-7000-8000-${String(100 + seq).padStart(12, '0')}`,
  kind: 'message',
  at: seq,
  by: { role: 'customer' },
  text: `words ${seq}`,
  ...more,
});
const page = (...entries: Entry[]) => ({ entries, head: entries.at(-1)?.seq ?? 0, more: false });
const joined = (...entries: Entry[]) => ({ ...page(...entries), present: [] });

describe('The conversation that is open', () => {
  let line: TestLine;
  let http: HttpTestingController;
  let store: ConversationStore;

  const shown = (): number[] => store.log().entries.map(({ seq }) => seq);

  beforeEach(async () => {
    sessionStorage.clear();
    line = new TestLine();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        Company,
        ConversationStore,
        InboxStore,
        ...provideTestWords(),
        { provide: Live, useValue: line },
        { provide: Session, useValue: { staff: signal(me), csrf: signal(''), left: new Subject() } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(ConversationStore);
    store.id.set(id);
    await turn();
    http.expectOne(`/api/conversations/${id}`).flush({
      ...{
        id,
        number: 1001,
        status: 'open',
        channel: 'chat',
        topic: 'orders',
        language: 'en',
        priority: 'normal',
        tags: [],
      },
      ...{ customer: { id: other, level: 0 }, assignee: me, head: 2, staffReadSeq: 0, customerReadSeq: 2 },
      ...{ lastAt: 2, lastBy: 'customer', createdAt: 1, policyVersion: '1' },
    });
    http.expectOne(({ url }) => url.endsWith('/entries')).flush(page(entry(1), entry(2)));
    await turn();
  });
  afterEach(() => sessionStorage.clear());

  it('joins its room with the last number it has', async () => {
    expect(line.waiting('conversation:show').payload).toEqual({ conversationId: id, since: 2 });
    await line.waiting('conversation:show').answer(joined(entry(3)));
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('asks once for what is missing, and shows everything in order, once', async () => {
    await line.waiting('conversation:show').answer(joined());
    await line.say('entry', id, entry(5));
    await line.say('entry', id, entry(6));
    expect(shown()).toEqual([1, 2]);
    expect(line.asked.map(({ event, payload }) => [event, payload])).toEqual([
      ['conversation:since', { conversationId: id, seq: 2 }],
    ]);
    await line.waiting('conversation:since').answer(page(entry(3), entry(4), entry(5)));
    await line.say('entry', id, entry(4));
    expect(shown()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gets exactly what it missed when the connection is back', async () => {
    await line.waiting('conversation:show').answer(joined(entry(3)));
    await line.lose();
    await line.comeBack();
    expect(line.waiting('conversation:show').payload).toEqual({ conversationId: id, since: 3 });
    await line.waiting('conversation:show').answer({ ...joined(entry(4)), head: 5, more: true });
    await line.waiting('conversation:since').answer(page(entry(5)));
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
  });

  it('leaves alone what belongs to another conversation', async () => {
    await line.say('entry', other, entry(3));
    expect(shown()).toEqual([1, 2]);
  });

  it('shows one’s own words once: on their way, then in their place', async () => {
    await line.waiting('conversation:show').answer(joined());
    store.send('message', 'Good morning');
    await turn();
    expect(store.pending().map(({ text }) => text)).toEqual(['Good morning']);
    const { clientId } = line.waiting('message:send').payload as { clientId: string };
    await line.say('entry', id, entry(3));
    await line.waiting('message:send').answer({ id: entry(4).id, seq: 4, at: 4 });
    await line.say('entry', id, entry(4, { clientId, by: { role: 'staff', ...me } }));
    expect(store.pending()).toEqual([]);
    expect(shown()).toEqual([1, 2, 3, 4]);
    expect(store.log().entries[3]?.text).toBe('Good morning');
  });

  it('shows a masked text in place of the one that was there', async () => {
    await line.waiting('conversation:show').answer(joined());
    const targets = [{ seq: 2, text: '•••• 1111', masks: [{ start: 0, end: 9, type: 'card' as const }] }];
    await line.say('entry', id, entry(3, { kind: 'mask', text: undefined, targets }));
    expect(store.log().entries[1]?.text).toBe('•••• 1111');
  });

  it('says how far the agent has read', async () => {
    store.tellRead();
    store.tellRead();
    expect(line.told).toEqual([{ event: 'read', payload: { conversationId: id, seq: 2 } }]);
  });
});
