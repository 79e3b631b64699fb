import type { SessionEnd } from '../../src/staff/staff.events.js';
import { SessionEnded } from '../../src/staff/staff.events.js';
import { Events } from '../../src/core/events.js';
import { Database } from '../../src/core/database/database.js';
import type { StaffMember, StaffPage } from '@candour/shared/staff.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { Desk, eachDesk, type Browser } from '../desk.js';

const codeOf = (answer: { body: unknown }): string | undefined => (answer.body as { code?: string }).code;

eachDesk('The administration of staff', (open) => {
  let desk: Desk;
  let admin: Browser;
  let ended: SessionEnd[];
  beforeEach(async () => {
    desk = await open();
    admin = await desk.signedIn();
    ended = [];
    desk.app.get(Events).on(SessionEnded, ({ code }) => void ended.push(code));
  });
  afterEach(() => desk.close());

  const change = (id: string, ask: object) => admin.ask('patch', `/api/staff/${id}`, ask);

  it('makes the first administrator once', async () => {
    expect(desk.admin.password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(await desk.app.get(StaffService, { strict: false }).ensureFirstAdmin()).toBeUndefined();
  });

  it('makes the first administrator under the e-mail it was told', async () => {
    const started = await Desk.open({ ADMIN_EMAIL: 'Office@Example.com' });
    try {
      expect(started.admin.email).toBe('office@example.com');
      expect((await started.signedIn()).session!.staff.email).toBe('office@example.com');
    } finally {
      await started.close();
    }
  });

  it('lists everybody by pages, each once', async () => {
    for (const role of ['agent', 'lead', 'supervisor'] as const) {
      desk.clock.advance(1);
      await desk.addStaff(role);
    }
    const names: string[] = [];
    let cursor = '';
    do {
      const page = (await admin.ask('get', `/api/staff?limit=3${cursor && `&cursor=${cursor}`}`)).body as StaffPage;
      names.push(...page.rows.map(({ name }) => name));
      cursor = page.next ?? '';
    } while (cursor);
    expect(names).toEqual(['Administrator', 'The agent', 'The lead', 'The supervisor']);
  });

  it('has one account for an e-mail, however it is written', async () => {
    const ask = { name: 'A', email: 'Agent@Example.com', role: 'agent', skills: { topics: [], languages: [] } };
    expect((await admin.ask('post', '/api/staff', ask)).status).toBe(201);
    const again = await admin.ask('post', '/api/staff', { ...ask, email: 'agent@example.com' });
    expect([again.status, codeOf(again)]).toEqual([409, 'already-exists']);
  });

  it('changes name, skills and role', async () => {
    const { member } = await desk.addStaff('agent');
    const skills = { topics: ['delivery'], languages: ['de', 'fr'] };
    const changed = (await change(member.id, { name: 'Another Name', role: 'installer', skills })).body as StaffMember;
    expect(changed).toEqual({ ...member, name: 'Another Name', role: 'installer', skills } as StaffMember);
  });

  it('ends the sessions of whoever is disabled or gets another role, and of nobody else', async () => {
    const agent = await desk.addStaff('agent');
    const [one, two] = [await desk.signedIn(agent), await desk.signedIn(agent)];
    await change(agent.member.id, { name: 'Another Name', skills: { topics: ['orders'], languages: [] } });
    expect((await one.ask('get', '/api/session')).status).toBe(200);
    await change(agent.member.id, { role: 'design_expert' });
    for (const browser of [one, two]) expect(codeOf(await browser.ask('get', '/api/session'))).toBe('session-expired');
    expect(ended).toEqual(['signed-out', 'signed-out']);
    const third = await desk.signedIn(agent);
    await change(agent.member.id, { status: 'disabled' });
    expect(codeOf(await third.ask('get', '/api/session'))).toBe('session-expired');
    expect(ended.at(-1)).toBe('disabled');
    await change(agent.member.id, { status: 'active' });
    expect((await desk.browser().signIn(agent)).status).toBe(200);
    expect((await admin.ask('get', '/api/session')).status).toBe(200);
  });

  it('never loses its last administrator', async () => {
    const { id } = admin.session!.staff;
    const invited = { name: 'B', email: 'b@example.com', role: 'admin', skills: { topics: [], languages: [] } };
    await admin.ask('post', '/api/staff', invited);
    for (const ask of [{ status: 'disabled' }, { role: 'supervisor' }]) {
      const answer = await change(id, ask);
      expect([answer.status, codeOf(answer)]).toEqual([409, 'last-admin']);
    }
    const second = await desk.addStaff('admin');
    const both = await Promise.all([
      change(id, { role: 'agent' }),
      (await desk.signedIn(second)).ask('patch', `/api/staff/${second.member.id}`, { role: 'agent' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('leaves its traces in the audit, by id and never by name', async () => {
    const { member } = await desk.addStaff('agent');
    await change(member.id, { status: 'disabled' });
    const leaves = (await desk.app
      .get(Database)
      .read((em) => em.query('SELECT verb, about, actor FROM audit_leaves ORDER BY ordinal'))) as {
      verb: string;
      about: string;
      actor: string;
    }[];
    const verbs = leaves.map(({ verb }) => verb).filter((verb) => verb.startsWith('staff.'));
    expect(verbs).toEqual(['staff.added', 'staff.signed-in', 'staff.added', 'staff.disabled']);
    expect(leaves.at(-1)).toEqual({
      verb: 'staff.disabled',
      about: JSON.stringify([{ type: 'staff', id: member.id }]),
      actor: `staff:${admin.session!.staff.id}`,
    });
  });
});
