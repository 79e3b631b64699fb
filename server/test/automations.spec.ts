import type { Automation, AutomationRun, Trial } from '@candour/shared/automations.js';
import type { ConversationRow, Entries } from '@candour/shared/conversations.js';
import { MINUTE } from '@candour/shared/instant.js';
import type { Page } from '@candour/shared/paging.js';
import type { Replies } from '@candour/shared/replies.js';
import { Database } from '../src/core/database/database.js';
import { AutomationMark, AutomationRunRow } from '../src/macros/automation.entity.js';
import { AutomationLoop } from '../src/macros/automation.loop.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk('Automations', (open) => {
  let desk: Desk;
  let supervisor: Browser;
  let customers: LiveClient[];

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    customers = [];
  });
  afterEach(async () => {
    for (const client of customers) client.close();
    await desk.close();
  });

  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const rule = (trigger: object, actions: object[], conditions: object = {}) => ({
    ...{ name: 'Rule', trigger, conditions, actions },
  });
  async function on(trigger: object, actions: object[], conditions: object = {}): Promise<Automation> {
    const made = await supervisor.ask('post', '/api/automations', rule(trigger, actions, conditions));
    const { id } = made.body as Automation;
    expect((await supervisor.ask('post', `/api/automations/${id}/try`, {})).status).toBe(200);
    const answer = await supervisor.ask('put', `/api/automations/${id}/enabled`, { enabled: true });
    expect(answer.status).toBe(200);
    return answer.body as Automation;
  }
  async function says(text: string, more: object = {}): Promise<{ id: string; customer: LiveClient }> {
    const customer = await LiveClient.chat(desk);
    customers.push(customer);
    return { id: (await customer.start(text, more)).conversation.id, customer };
  }
  const loop = () => desk.app.get(AutomationLoop, { strict: false });
  const row = async (id: string) => (await supervisor.ask('get', `/api/conversations/${id}`)).body as ConversationRow;
  const runs = async () =>
    ((await supervisor.ask('get', '/api/automations/runs')).body as Page<AutomationRun>).rows.map(
      ({ on: trigger, outcome, because, did }) =>
        [trigger, because ?? outcome, did.map((action) => action.do)] as const,
    );
  const tag = (...tags: string[]) => ({ do: 'tag', tags });

  it('are tried before they are switched on; a change switches them off; nothing is changed by a try', async () => {
    const { id } = await says('My sofa is late', { topic: 'delivery' });
    await says('An invoice, please');
    const asked = rule({ on: 'started' }, [tag('late'), { do: 'priority', priority: 'high' }], {
      topics: ['delivery'],
    });
    const made = (await supervisor.ask('post', '/api/automations', asked)).body as Automation;
    const path = `/api/automations/${made.id}`;
    expect(code(await supervisor.ask('put', `${path}/enabled`, { enabled: true }))).toBe('automation-untried');
    const trial = (await supervisor.ask('post', `${path}/try`, { last: 100 })).body as Trial;
    expect([trial.looked, trial.matched, trial.rows.map(({ conversationId }) => conversationId)]).toEqual([2, 1, [id]]);
    expect(trial.rows[0]?.steps.map(({ action, outcome }) => [action.do, outcome])).toEqual([
      ['tag', 'change'],
      ['priority', 'change'],
    ]);
    expect((await row(id)).tags).toEqual([]);
    expect(((await supervisor.ask('put', `${path}/enabled`, { enabled: true })).body as Automation).enabled).toBeTrue();
    const changed = (await supervisor.ask('put', path, { ...asked, name: 'Other' })).body as Automation;
    expect([changed.enabled, changed.tried]).toEqual([false, false]);
    expect(await runs()).toEqual([]);
  });

  it('run on what happens from then on, in their order, once an occasion, and not on what they did themselves', async () => {
    await on({ on: 'started' }, [tag('new')]);
    await on({ on: 'started' }, [{ do: 'priority', priority: 'high' }], { tags: ['new'] });
    // Were its own change an occasion, this one would answer to it for ever.
    await on({ on: 'status', to: 'snoozed' }, [tag('asleep')]);
    await on({ on: 'customer-message' }, [{ do: 'snooze', hours: 1 }]);
    const { id, customer } = await says('Hello');
    await loop().look();
    await customer.send(id, 'Anybody there?');
    await loop().look();
    await loop().look();
    const { tags, priority, status } = await row(id);
    expect({ tags, priority, status }).toEqual({ tags: ['new'], priority: 'high', status: 'snoozed' });
    expect((await runs()).sort()).toEqual([
      ['customer-message', 'done', ['snooze']],
      ['started', 'done', ['priority']],
      ['started', 'done', ['tag']],
    ]);
  });

  it('look again after a crash at what nobody looked at, and do nothing twice', async () => {
    await on({ on: 'started' }, [{ do: 'note', text: 'Seen' }]);
    const first = await says('Hello');
    await loop().look();
    desk.clock.advance(MINUTE);
    const second = await says('Hello');
    await loop().look();
    const database = desk.app.get(Database);
    // As if the desk had died before it looked at the second.
    await database.write(async (tx) => {
      await tx.em.update(AutomationMark, { id: 'looked' }, { at: desk.clock.now() - MINUTE });
      await tx.em.delete(AutomationRunRow, { conversationId: second.id });
    });
    await loop().onApplicationBootstrap();
    await loop().look();
    for (const { id } of [first, second]) {
      const { entries } = (await supervisor.ask('get', `/api/conversations/${id}/entries`)).body as Entries;
      expect(entries.filter(({ kind }) => kind === 'note').length).toBe(1);
    }
    expect((await database.read((em) => em.find(AutomationRunRow))).length).toBe(2);
  });

  it('answer to time: a wait is one occasion, and the next wait another', async () => {
    await on({ on: 'waiting', minutes: 10 }, [tag('waits'), { do: 'note', text: 'Hurry' }], { topics: ['orders'] });
    const { id } = await says('Hello');
    await says('Hello', { topic: 'returns' });
    const minutes = async (n: number): Promise<number> => {
      desk.clock.advance(n * MINUTE);
      return loop().everyMinute();
    };
    expect([await minutes(9), await minutes(1), await minutes(1)]).toEqual([0, 1, 0]);
    expect((await row(id)).tags).toEqual(['waits']);
    expect(await runs()).toEqual([['waiting', 'done', ['tag', 'note']]]);
  });

  it('say what they may, in nobody’s name, and leave a line where they are refused', async () => {
    const { rows } = (await supervisor.ask('get', '/api/replies')).body as Replies;
    const named = (name: string) => rows.find((reply) => reply.name === name)!.id;
    await on({ on: 'started' }, [{ do: 'reply', replyId: named('still-there') }], { languages: ['en'] });
    await on({ on: 'started' }, [tag('x'), { do: 'reply', replyId: named('hello') }], { languages: ['de'] });
    const english = await says('Hello');
    const german = await says('Guten Tag', { language: 'de' });
    await loop().look();
    await english.customer.until(() => english.customer.seen.entries.some(({ by }) => by.role === 'system'));
    const said = english.customer.seen.entries.find(({ kind, by }) => kind === 'message' && by.role === 'system');
    expect([said?.by, said?.text?.startsWith('Are you still there?')]).toEqual([{ role: 'system' }, true]);
    // What the desk says by itself is no answer: its customer still waits.
    expect((await row(english.id)).waitingSince).toBeDefined();
    // It has no name to greet with, so nothing of it was done.
    expect((await row(german.id)).tags).toEqual([]);
    expect((await runs()).map(([, outcome]) => outcome).sort()).toEqual(['done', 'reply-incomplete']);
  });

  it('are the business of those who may, and take nothing for anybody', async () => {
    const agent = await desk.signedIn(await desk.addStaff('agent'));
    expect(code(await agent.ask('get', '/api/automations'))).toBe('not-allowed');
    for (const wrong of [
      rule({ on: 'started' }, [{ do: 'take' }]),
      rule({ on: 'started' }, []),
      rule({ on: 'full-moon' }, [tag('a')]),
      rule({ on: 'waiting', minutes: 0 }, [tag('a')]),
      rule({ on: 'started' }, [tag('a')], { topics: [] }),
      rule({ on: 'started' }, [tag('a')], { mood: 'angry' }),
    ]) {
      expect(code(await supervisor.ask('post', '/api/automations', wrong))).toBe('bad-input');
    }
    const [a, b] = [await on({ on: 'started' }, [tag('a')]), await on({ on: 'started' }, [tag('b')])];
    expect(code(await supervisor.ask('put', '/api/automations/order', { ids: [a.id] }))).toBe('bad-input');
    const ordered = await supervisor.ask('put', '/api/automations/order', { ids: [b.id, a.id] });
    expect((ordered.body as { rows: Automation[] }).rows.map(({ id }) => id)).toEqual([b.id, a.id]);
    expect((await supervisor.ask('delete', `/api/automations/${a.id}`)).status).toBe(204);
  });
});
