import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { TestLine, turn } from '../../core/line.testing';
import { Live } from '../../core/live';
import { Session } from '../../core/session';
import { InboxStore } from './inbox.store';

const me = '00000000-0000-7000-8000-0000000000aa';
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function row(n: number, more: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: idOf(n),
    number: 1000 + n,
    status: 'queued',
    channel: 'chat',
    topic: 'orders',
    priority: 'normal',
    tags: [],
    language: 'en',
    customer: { id: idOf(900 + n), level: 0 },
    waitingSince: n,
    head: 2,
    staffReadSeq: 0,
    customerReadSeq: 2,
    lastAt: n,
    lastBy: 'customer',
    ...more,
  };
}

describe('The list of the inbox', () => {
  let line: TestLine;
  let http: HttpTestingController;
  let inbox: InboxStore;

  const numbers = (): number[] => inbox.rows().map(({ number }) => number - 1000);
  const asks = () => http.match(({ url }) => url === '/api/conversations');
  /** Answers the newest fetch. */
  async function answer(...rows: ConversationRow[]): Promise<void> {
    asks().at(-1)!.flush({ rows });
    await turn();
  }

  beforeEach(async () => {
    line = new TestLine();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        InboxStore,
        { provide: Live, useValue: line },
        { provide: Session, useValue: { staff: signal({ id: me }), csrf: signal('') } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    inbox = TestBed.inject(InboxStore);
    await turn();
  });

  it('stands by the longest wait, whatever the order in which it came', async () => {
    await answer(row(3), row(1));
    await line.say('queue:changed', { fresh: true, row: row(2) });
    expect(numbers()).toEqual([1, 2, 3]);
  });

  it('moves nothing under the pointer: what came is counted, what left stays until it is at rest', async () => {
    await answer(row(2), row(3));
    inbox.atRest.set(false);
    await line.say('queue:changed', { fresh: true, row: row(1) });
    await line.say('queue:changed', { fresh: false, row: { id: idOf(2), status: 'open' } });
    expect(numbers()).toEqual([2, 3]);
    expect(inbox.rows()[0]?.status).toBe('open');
    expect(inbox.fresh()).toBe(1);
    inbox.atRest.set(true);
    await turn();
    expect(numbers()).toEqual([1, 3]);
    expect(inbox.fresh()).toBe(0);
  });

  it('lets go of a row that the person sees no more, at rest, and takes it back when it comes back', async () => {
    await answer(row(2), row(3));
    inbox.atRest.set(false);
    await line.say('queue:gone', idOf(2));
    expect(numbers()).toEqual([2, 3]);
    inbox.atRest.set(true);
    await turn();
    expect(numbers()).toEqual([3]);
    // It may still be open beside the list, and says nothing of the list then.
    await line.say('conversation:changed', { id: idOf(2), head: 9 });
    expect(numbers()).toEqual([3]);
    await line.say('queue:changed', { fresh: false, row: row(2) });
    expect(numbers()).toEqual([2, 3]);
  });

  it('keeps a change that was told while the page was on its way', async () => {
    await line.say('queue:changed', {
      fresh: false,
      row: { id: idOf(1), status: 'open', assignee: { id: me, name: 'N' } },
    });
    await answer(row(1), row(2));
    expect(numbers()).toEqual([2]);
  });

  it('ignores a change of a row it does not know', async () => {
    await answer(row(1));
    await line.say('queue:changed', { fresh: false, row: { id: idOf(9), head: 7 } });
    expect(numbers()).toEqual([1]);
  });

  it('shows the list asked for last, also where an earlier answer comes later', async () => {
    const early = asks().at(-1)!;
    inbox.filter.set({ view: 'mine' });
    await turn();
    await answer(row(5, { status: 'open', assignee: { id: me, name: 'N' } }));
    early.flush({ rows: [row(1)] });
    await turn();
    expect(numbers()).toEqual([5]);
  });

  it('is fetched anew when the connection is back', async () => {
    await answer(row(1), row(2));
    await line.lose();
    await line.comeBack();
    await answer(row(2), row(3));
    expect(numbers()).toEqual([2, 3]);
  });

  it('is read as far as one has read, never less', async () => {
    await answer(row(1, { head: 9, staffReadSeq: 4 }));
    inbox.readUpTo(idOf(1), 3);
    expect(inbox.rows()[0]?.staffReadSeq).toBe(4);
    inbox.readUpTo(idOf(1), 9);
    expect(inbox.rows()[0]?.staffReadSeq).toBe(9);
  });
});
