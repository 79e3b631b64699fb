import { DAY, HOUR } from '@candour/shared/instant.js';
import type { Role, RoleGrant, RoleGrants, StaffMember } from '@candour/shared/staff.js';
import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { Database } from '../../src/core/database/database.js';
import { eachDesk, type Browser, type Credentials, type Desk } from '../desk.js';

const codeOf = (answer: { status: number; body: unknown }): string =>
  answer.status < 300 ? String(answer.status) : String((answer.body as { code?: string }).code);

eachDesk('A role that shows or decides more', (open) => {
  let desk: Desk;
  let admin: Browser;
  beforeEach(async () => {
    desk = await open();
    admin = await desk.signedIn();
  });
  afterEach(() => desk.close());

  const skills = { topics: [], languages: ['en'] };
  const add = async (role: Role, email = 'sam@example.com'): Promise<StaffMember> =>
    (await admin.ask('post', '/api/staff', { name: 'Sam', email, role, skills })).body as StaffMember;
  const change = async (id: string, ask: object): Promise<StaffMember> =>
    (await admin.ask('patch', `/api/staff/${id}`, ask)).body as StaffMember;
  const waiting = async (browser: Browser): Promise<readonly RoleGrant[]> =>
    ((await browser.ask('get', '/api/grants')).body as RoleGrants).rows;
  const only = async (browser: Browser): Promise<RoleGrant> => {
    const rows = await waiting(browser);
    expect(rows.length).toBe(1);
    return rows[0]!;
  };
  const decide = async (browser: Browser, verb: 'approve' | 'reject' | 'confirm', id: string, body?: object) =>
    codeOf(await browser.ask('post', `/api/grants/${id}/${verb}`, body));
  const roleOf = async (who: Credentials): Promise<Role> => (await desk.signedIn(who)).session!.staff.role;
  const officer = async (): Promise<Browser> => desk.signedIn(await desk.addStaff('privacy_officer'));
  const verbs = async (): Promise<string[]> => {
    const leaves = await desk.app.get(Database).read((em) => em.find(AuditLeaf, { order: { ordinal: 'ASC' } }));
    return leaves.map(({ verb }) => verb).filter((verb) => verb.startsWith('staff.grant'));
  };

  it('waits for a second person: until then the newcomer is an agent', async () => {
    const second = await officer();
    const sam = await add('supervisor');
    expect([sam.role, sam.roleWaiting]).toEqual(['agent', 'supervisor']);
    expect(await only(admin)).toEqual(jasmine.objectContaining({ deed: 'role', may: 'wait' }));
    const grant = await only(second);
    expect(grant).toEqual(
      jasmine.objectContaining({ role: 'supervisor', from: 'agent', may: 'approve', proposedAt: desk.clock.now() }),
    );
    expect([grant.member.name, grant.proposedBy.id]).toEqual(['Sam', admin.session!.staff.id]);
    expect(await decide(second, 'approve', grant.id)).toBe('204');
    const list = (await admin.ask('get', '/api/staff')).body as { rows: StaffMember[] };
    const after = list.rows.find(({ id }) => id === sam.id)!;
    expect([after.role, after.roleWaiting, after.grantedAlone]).toEqual(['supervisor', undefined, undefined]);
    expect(await waiting(second)).toEqual([]);
    expect(await verbs()).toEqual(['staff.grant-proposed', 'staff.granted']);
  });

  it('is given at once where it is no more than before, and to nobody by halves', async () => {
    const lead = await desk.addStaff('lead');
    expect((await change(lead.member.id, { role: 'agent' })).role).toBe('agent');
    expect((await add('installer', 'i@example.com')).role).toBe('installer');
    expect(await waiting(admin)).toEqual([]);
  });

  it('of somebody who works here changes, and ends their sessions, only once it is approved', async () => {
    const agent = await desk.addStaff('agent');
    const browser = await desk.signedIn(agent);
    const second = await officer();
    expect((await change(agent.member.id, { role: 'lead' })).role).toBe('agent');
    expect((await browser.ask('get', '/api/session')).status).toBe(200);
    await decide(second, 'approve', (await only(second)).id);
    expect((await browser.ask('get', '/api/session')).status).toBe(401);
    expect(await roleOf(agent)).toBe('lead');
  });

  it('is approved by nobody who proposed it, would get it, or may not', async () => {
    const second = await desk.addStaff('admin', 'second@example.com');
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    await change(second.member.id, { role: 'privacy_officer' });
    const grant = await only(admin);
    expect(await decide(admin, 'approve', grant.id)).toBe('second-person-required');
    expect(await decide(await desk.signedIn(second), 'approve', grant.id)).toBe('second-person-required');
    expect(await decide(supervisor, 'approve', grant.id)).toBe('not-allowed');
    expect((await supervisor.ask('get', '/api/grants')).status).toBe(403);
    expect(await roleOf(second)).toBe('admin');
  });

  it('can be refused, or taken back by whoever proposed it', async () => {
    const second = await officer();
    await add('admin');
    expect(await decide(second, 'reject', (await only(second)).id)).toBe('204');
    await add('admin', 'other@example.com');
    const { id } = await only(admin);
    expect(await decide(admin, 'reject', id)).toBe('204');
    expect(await decide(second, 'approve', id)).toBe('not-found');
    expect(await verbs()).toEqual([
      'staff.grant-proposed',
      'staff.grant-rejected',
      'staff.grant-proposed',
      'staff.grant-rejected',
    ]);
  });

  it('is confirmed after a day, with the password, by whoever is alone; and is marked so', async () => {
    const sam = await desk.addStaff('agent');
    await change(sam.member.id, { role: 'supervisor' });
    const grant = await only(admin);
    expect([grant.may, grant.confirmFrom]).toEqual(['confirm', desk.clock.now() + DAY]);
    const { password } = desk.admin;
    const early = await admin.ask('post', `/api/grants/${grant.id}/confirm`, { password });
    expect([codeOf(early), (early.body as { facts: object }).facts]).toEqual(['too-early', { left: DAY }]);
    desk.clock.advance(DAY - HOUR);
    expect(await decide(await desk.signedIn(), 'confirm', grant.id, { password })).toBe('too-early');
    desk.clock.advance(HOUR);
    const back = await desk.signedIn();
    expect(await decide(back, 'approve', grant.id)).toBe('second-person-required');
    expect(await decide(back, 'confirm', grant.id, { password: 'not my password' })).toBe('sign-in-failed');
    expect(await roleOf(sam)).toBe('agent');
    expect(await decide(back, 'confirm', grant.id, { password })).toBe('204');
    const signedIn = (await desk.signedIn(sam)).session!.staff;
    expect([signedIn.role, signedIn.grantedAlone]).toEqual(['supervisor', true]);
    expect(await verbs()).toEqual(['staff.grant-proposed', 'staff.granted-alone']);
  });

  it('is no longer confirmed alone once somebody else could approve', async () => {
    await add('supervisor');
    const { id } = await only(admin);
    desk.clock.advance(2 * DAY);
    const second = await officer();
    const back = await desk.signedIn();
    expect((await only(back)).may).toBe('wait');
    expect(await decide(back, 'confirm', id, { password: desk.admin.password })).toBe('second-person-required');
    expect(await decide(second, 'approve', id)).toBe('204');
  });

  it('does not come back with somebody who was disabled', async () => {
    const sam = await desk.addStaff('supervisor');
    await change(sam.member.id, { status: 'disabled' });
    const back = await change(sam.member.id, { status: 'active' });
    expect([back.role, back.roleWaiting]).toEqual(['agent', 'supervisor']);
    await change(sam.member.id, { status: 'disabled' });
    expect(await waiting(admin)).toEqual([]);
  });

  it('is not got by a sign-in link into an account in use', async () => {
    const second = await officer();
    const sam = await desk.addStaff('supervisor');
    const link = () => admin.ask('post', `/api/staff/${sam.member.id}/link`);
    expect(codeOf(await link())).toBe('second-person-required');
    expect(codeOf(await link())).toBe('second-person-required');
    const grant = await only(second);
    expect([grant.deed, grant.may]).toEqual(['link', 'approve']);
    expect(await decide(second, 'approve', grant.id)).toBe('204');
    // Once, and within a day.
    expect((await link()).status).toBe(201);
    expect(codeOf(await link())).toBe('second-person-required');
    await decide(second, 'approve', (await only(second)).id);
    desk.clock.advance(DAY);
    const later = await desk.signedIn();
    expect(codeOf(await later.ask('post', `/api/staff/${sam.member.id}/link`))).toBe('second-person-required');
  });

  it('is decided once, when two people approve at the same time', async () => {
    const [one, two] = [await officer(), await desk.signedIn(await desk.addStaff('admin', 'two@example.com'))];
    await add('supervisor');
    const { id } = await only(one);
    const both = await Promise.all([decide(one, 'approve', id), decide(two, 'approve', id)]);
    expect(both.sort()).toEqual(['204', 'not-found']);
  });
});
