import { signal, type WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ConversationRow } from '@candour/shared/conversations.js';
import { Api } from '../../core/api';
import { turn } from '../../core/line.testing';
import { Troubled } from '../../core/problems';
import { ConversationStore } from '../conversation.store';
import { TicketStore } from './ticket.store';

/** A promise that the spec settles. */
function asked(): {
  method: string;
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
  return { method: '', url: '', body: undefined, promise, settle, fail };
}

describe('What is done to the ticket of the open conversation', () => {
  let sent: ReturnType<typeof asked>[];
  let log: string[];
  let store: TicketStore;
  let id: WritableSignal<string | undefined>;

  beforeEach(() => {
    sent = [];
    log = [];
    const send = (method: string, url: string, _: unknown, body?: unknown): Promise<ConversationRow> => {
      const one = { ...asked(), method, url, body };
      sent.push(one);
      return one.promise;
    };
    id = signal<string | undefined>('c');
    const conversation = {
      id,
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
    expect([sent[0]!.method, sent[0]!.url]).toEqual(['POST', '/api/conversations/c/take']);
    expect([store.busy(), ...log]).toEqual([false, 'changed open', 'read']);
  });

  it('is not read by whoever only ends it or gives it back', async () => {
    for (const move of ['resolve', 'release', 'reopen'] as const) {
      const done = store.move(move);
      sent.at(-1)!.settle({ status: 'open' });
      await done;
    }
    expect(sent.map(({ url }) => url.split('/').at(-1))).toEqual(['resolve', 'release', 'reopen']);
    expect(log).not.toContain('read');
  });

  it('is asked with what it says of itself, also while something else is under way', async () => {
    const deed = store.do({ kind: 'spam' });
    const filing = store.file({ priority: 'high' });
    expect(sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', '/api/tickets/c/deed', { kind: 'spam' }],
      ['PATCH', '/api/conversations/c/ticket', { priority: 'high' }],
    ]);
    sent[1]!.settle({ status: 'open' });
    await filing;
    expect([store.busy(), ...log]).toEqual([true, 'changed open']);
    sent[0]!.settle({ status: 'spam' });
    await deed;
    expect([store.busy(), ...log]).toEqual([false, 'changed open', 'changed spam']);
  });

  it('is nothing where no conversation is open', async () => {
    id.set(undefined);
    await store.move('resolve');
    expect([sent.length, store.busy(), ...log]).toEqual([0, false]);
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
