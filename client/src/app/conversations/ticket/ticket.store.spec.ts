import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { Api } from '../../core/api';
import { turn } from '../../core/line.testing';
import { Troubled } from '../../core/problems';
import { ConversationStore } from '../conversation.store';
import { TicketStore } from './ticket.store';

/** A promise that the spec settles. */
function asked(): {
  url: string;
  body: unknown;
  promise: Promise<ConversationRow>;
  settle: (row: object) => void;
  fail: () => void;
} {
  let settle!: (row: object) => void;
  let fail!: () => void;
  const promise = new Promise<ConversationRow>((resolve, reject) => {
    settle = (row) => resolve(row as ConversationRow);
    fail = () => reject(new Troubled({ code: 'conversation-taken' }));
  });
  return { url: '', body: undefined, promise, settle, fail };
}

describe('What is done to the ticket of the open conversation', () => {
  let sent: ReturnType<typeof asked>[];
  let log: string[];
  let store: TicketStore;

  beforeEach(() => {
    sent = [];
    log = [];
    const send = (_: string, url: string, __: unknown, body?: unknown): Promise<ConversationRow> => {
      const one = { ...asked(), url, body };
      sent.push(one);
      return one.promise;
    };
    const conversation = {
      id: signal('c'),
      changed: ({ status }: ConversationRow) => log.push(`changed ${status}`),
      refresh: () => log.push('refreshed'),
      tellRead: () => log.push('read'),
    };
    TestBed.configureTestingModule({
      providers: [
        TicketStore,
        { provide: Api, useValue: { send } },
        { provide: ConversationStore, useValue: conversation },
      ],
    });
    store = TestBed.inject(TicketStore);
  });

  it('is shown as the server answers it, and what is taken is read', async () => {
    const done = store.move('take');
    expect(store.busy()).toBeTrue();
    sent[0]!.settle({ status: 'open' });
    await done;
    expect([sent[0]!.url, store.busy(), ...log]).toEqual(['/api/conversations/c/take', false, 'changed open', 'read']);
  });

  it('is done once: a second press while the first is under way does nothing', async () => {
    const first = store.do({ kind: 'spam' });
    await store.do({ kind: 'spam' });
    expect(sent.length).toBe(1);
    sent[0]!.settle({ status: 'spam' });
    await first;
    expect(log).toEqual(['changed spam']);
  });

  it('shows what holds where somebody was quicker, and can be tried again', async () => {
    const done = store.move('take');
    sent[0]!.fail();
    await expectAsync(done).toBeRejectedWithError(Troubled);
    await turn();
    expect([store.busy(), ...log]).toEqual([false, 'refreshed']);
  });
});
