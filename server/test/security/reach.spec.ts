import type { Attachment } from '@candour/shared/attachments.js';
import type { BulkResult } from '@candour/shared/deeds.js';
import type { MergeDone } from '@candour/shared/merging.js';
import { newId } from '@candour/shared/ids.js';
import { HOUR } from '@candour/shared/instant.js';
import type { Macro } from '@candour/shared/macros.js';
import type { Reply, ScheduledReply } from '@candour/shared/replies.js';
import type { Suggestions } from '@candour/shared/requests.js';
import type { Routing } from '@candour/shared/routing.js';
import type { Role } from '@candour/shared/staff.js';
import { AuditLeaf } from '../../src/audit/audit-leaf.entity.js';
import { ConversationRecord } from '../../src/conversations/conversation.entity.js';
import { grantOf } from '../../src/core/access/permissions.rules.js';
import { Database } from '../../src/core/database/database.js';
import { LiveAsks } from '../../src/live/live-asks.js';
import { Desk, type Browser, type Method } from '../desk.js';
import { LiveClient } from '../live-clients.js';
import { routesOf } from '../routes.js';
import { pdf } from '../sample-files.js';

/** People of the staff who do not see the conversation of this story: of another team, or with another grant. */
const outside: readonly Role[] = ['agent', 'lead', 'design_expert', 'privacy_officer', 'admin', 'installer'];
const WORDS = 'walnut';

/** Every refusal that tells somebody outside nothing but that it is not theirs. */
const closed = new Set(['not-allowed', 'not-found', 'undo-over', 'offer-gone', 'conversation-taken', 'file-gone']);

/** Routes that name nothing of a conversation; what lists may show is held by the spec of who sees which one. */
const elsewhere = [
  /^\w+ \/(api\/(articles|audit|automations|colleagues|customer-merges|customers|grants|greetings|help|hours)|health)\b/,
  /^\w+ \/(api\/(imports|notices|orders|outbox|own-origins|policy|retention|search|sellers|session|sla|staff)|shop)\b/,
  /^\w+ \/api\/(chat|surveys|ticket-fields|views|visits|webhooks)\b/,
  // About orders, which everybody who helps customers may find; what names a conversation asks for that too.
  /^\w+ \/api\/(claims|connectors|credit|freight-claims|refunds|returns)\b/,
  /^\w+ \/api\/routing(\/(duty|duties|experts|offers|rules|teams.*|people.*))?$/,
  /^\w+ \/api\/(macros|replies)(\/:id)?$/,
  /^GET \/api\/(conversations(\/(counts|tags))?|requests|tickets\/(snooze-times|colleagues))$/,
  /^POST \/api\/requests$/,
  // Takes back what one uploaded oneself, and answers everybody else as if it had gone.
  /^DELETE \/api\/attachments\/:id$/,
];
/** Privacy officers answer for every request, and read no conversation for it. */
const theirs = (role: Role, path: string): boolean => role === 'privacy_officer' && /^\/api\/requests\//.test(path);

describe('A conversation that is none of theirs', () => {
  let desk: Desk;
  let ben: Browser;
  let customer: LiveClient;
  const browsers = new Map<Role, Browser>();
  const live = new Map<Role, LiveClient>();
  const sockets: LiveClient[] = [];
  /** What there is of it, by the name of the parameter or field. */
  const its: Record<string, string> = {};

  beforeAll(async () => {
    desk = await Desk.open();
    desk.clock.set(Date.parse('2026-03-02T10:00:00Z'));
    const credentials = await desk.addStaff('agent', 'ben@example.com');
    ben = await desk.signedIn(credentials);
    for (const role of outside) {
      browsers.set(role, await desk.signedIn(await desk.addStaff(role)));
      // Not everybody has a desk that is open.
      if (!grantOf(role, 'conversation.read')) continue;
      live.set(role, await LiveClient.desk(desk, browsers.get(role)!));
    }
    sockets.push(...live.values());
    const admin = browsers.get('admin')!;
    const team = async (name: string, of: Browser): Promise<string> => {
      const body = { name, topics: [], languages: [], capacity: null, memberIds: [of.session!.staff.id] };
      const { teams } = (await admin.ask('post', '/api/routing/teams', body)).body as Routing;
      return teams.find((one) => one.name === name)!.id;
    };
    await team('North', browsers.get('lead')!);
    const south = await team('South', ben);

    customer = await LiveClient.chat(desk);
    const benLive = await LiveClient.desk(desk, ben);
    sockets.push(customer, benLive);
    const of = async (text: string): Promise<string> => {
      const { id } = (await customer.start(text)).conversation;
      await ben.ask('post', `/api/conversations/${id}/take`);
      await desk.app.get(Database).write((tx) => tx.em.update(ConversationRecord, { id }, { teamId: south }));
      return id;
    };
    its['id'] = await of(`Please delete all my data, and the ${WORDS} table`);
    its['into'] = await of(`The other ${WORDS} one`);
    const third = await of(`A third ${WORDS}`);
    const at = `/api/conversations/${its['id']}`;

    const bytes = { 'content-type': 'application/octet-stream' };
    const upload = async (): Promise<string> =>
      ((await ben.ask('post', `${at}/attachments?name=${WORDS}.pdf`, pdf() as never, bytes)).body as Attachment).id;
    its['attachment'] = await upload();
    await benLive.ok('message:attach', {
      ...{ conversationId: its['id'], clientId: `spec-${newId()}`, text: `The plan of the ${WORDS}`, seen: 1_000_000 },
      attachments: [its['attachment']],
    });
    const reply = { clientId: `later-${newId()}`, text: `Soon, the ${WORDS}`, at: desk.clock.now() + HOUR, seen: 99 };
    its['replyId'] = ((await ben.ask('post', `${at}/scheduled`, reply)).body as ScheduledReply).id;
    const marked = await ben.ask('post', `${at}/requests`, { seq: 2, type: 'deletion' });
    its['suggestion'] = (marked.body as Suggestions).rows[0]!.id;
    its['request'] = (marked.body as Suggestions).rows[0]!.request!.id;
    its['merge'] = (
      (await ben.ask('post', `/api/conversations/${third}/merge`, { into: its['into'] })).body as MergeDone
    ).undo;
    const tag = { kind: 'tag', add: [WORDS] };
    its['bulk'] = (
      (await ben.ask('post', '/api/tickets/bulk', { ids: [its['id']], deed: tag })).body as BulkResult
    ).undo!;
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    its['supervisor'] = supervisor.session!.staff.id;
    its['visitId'] = newId();
    const shared = { topic: null, shared: true };
    const texts = { en: 'Dear {{customer.name}}' };
    its['reply'] = (
      (await supervisor.ask('post', '/api/replies', { ...shared, name: 'dear', texts })).body as Reply
    ).id;
    const macro = { ...shared, name: 'Dear', actions: [{ do: 'note', text: 'Looked at' }] };
    its['macro'] = ((await supervisor.ask('post', '/api/macros', macro)).body as Macro).id;
    const there = ['attachment', 'replyId', 'suggestion', 'request', 'merge', 'bulk', 'reply', 'macro'];
    expect(there.filter((name) => its[name] === undefined)).toEqual([]);
  });
  afterAll(async () => {
    for (const one of sockets) one.close();
    await desk.close();
  });

  /** What stands for `:id` where that is not the conversation. */
  const named: readonly [RegExp, string][] = [
    [/^\/api\/attachments\//, 'attachment'],
    [/^\/api\/merges\//, 'merge'],
    [/^\/api\/request-suggestions\//, 'suggestion'],
    [/^\/api\/requests\//, 'request'],
    [/^\/api\/tickets\/bulk\//, 'bulk'],
    [/^\/api\/replies\//, 'reply'],
    [/^\/api\/macros\//, 'macro'],
  ];
  const conversation = () => ({ conversationId: its['id'] });
  /** What is sent where something must be; each is right, so that nothing but the person is wrong. */
  const bodies: Readonly<Record<string, () => object>> = {
    'PATCH /api/conversations/:id/ticket': () => ({ priority: 'urgent' }),
    'PATCH /api/conversations/:id/contact': () => ({ name: 'Somebody else' }),
    'POST /api/conversations/:id/code': () => ({}),
    'PUT /api/conversations/:id/order': () => ({ orderId: null }),
    'POST /api/conversations/:id/scheduled': () => ({
      ...{ clientId: `later-${newId()}`, text: 'Later', at: desk.clock.now() + HOUR, seen: 99 },
    }),
    'POST /api/conversations/:id/scheduled/:replyId/send': () => ({ seen: 99 }),
    'POST /api/conversations/:id/transfer': () => ({ staffId: its['supervisor'], clientId: newId(), note: 'Mine' }),
    'POST /api/conversations/:id/invite': () => ({ staffId: its['supervisor'], clientId: newId(), note: 'Mine' }),
    'POST /api/conversations/:id/asked': () => ({ accept: true }),
    'POST /api/conversations/:id/visits': () => ({ at: desk.clock.now() + HOUR, installerId: null }),
    'POST /api/conversations/:id/merge': () => ({ into: its['into'] }),
    'POST /api/conversations/:id/requests': () => ({ seq: 2, type: 'access' }),
    'POST /api/conversations/:id/attachments': () => pdf() as never,
    'POST /api/routing/conversations/:id/called': () => ({ reached: true }),
    'POST /api/routing/conversations/:id/hand-over': () => ({}),
    'POST /api/request-suggestions/:id/open': () => ({ type: 'access' }),
    'POST /api/request-suggestions/:id/dismiss': () => ({ reason: 'misread' }),
    'PUT /api/requests/:id/jurisdiction': () => ({ jurisdiction: 'uk' }),
    'POST /api/tickets/bulk': () => ({ ids: [its['id']], deed: { kind: 'tag', add: ['theirs'] } }),
    'POST /api/tickets/:id/deed': () => ({ kind: 'priority', priority: 'urgent' }),
    'PATCH /api/tickets/:id/fields': () => ({ values: {} }),
    'POST /api/tickets/:id/links': () => ({ kind: 'conversation', targetId: its['into'] }),
    'PUT /api/tickets/:id/block': () => ({ reason: 'abuse', days: 3 }),
    'POST /api/replies/:id/fill': conversation,
    'POST /api/macros/:id/preview': conversation,
    'POST /api/macros/:id/run': () => ({
      ...{ ...conversation(), changedAt: desk.clock.now(), seen: 99, clientId: `run-${newId()}`, replies: [] },
    }),
  };
  const queries: Readonly<Record<string, () => string>> = {
    'POST /api/conversations/:id/attachments': () => '?name=a.pdf',
    'GET /api/tickets/link-target': () => '?kind=conversation&label=1001',
    'DELETE /api/tickets/:id/links': () => `?kind=conversation&targetId=${its['into']}`,
  };

  /** All that could tell of it or of a deed to it; the refusals themselves leave nothing. */
  const standing = () =>
    desk.app.get(Database).read(async (em) => ({
      record: await em.findOneBy(ConversationRecord, { id: its['id']! }),
      leaves: await em.count(AuditLeaf),
      rows: await em.query(
        `SELECT (SELECT count(*) FROM scheduled_replies) AS replies, (SELECT count(*) FROM attachments) AS files,
          (SELECT count(*) FROM privacy_requests) AS requests, (SELECT count(*) FROM ticket_links) AS links,
          (SELECT count(*) FROM blocks) AS blocks, (SELECT count(*) FROM visits) AS visits`,
      ),
    }));

  it('is neither read nor changed by any route', async () => {
    const before = await standing();
    const routes = routesOf(desk.app).filter(({ name }) => !elsewhere.some((pattern) => pattern.test(name)));
    expect(routes.length).toBeGreaterThan(50);
    const letIn: string[] = [];
    for (const { name, method, path } of routes) {
      const id = named.find(([pattern]) => pattern.test(path))?.[1] ?? 'id';
      const filled = path.replace(':id', its[id]!).replace(/:(\w+)/g, (_, part: string) => its[part] ?? '2');
      for (const [role, who] of browsers) {
        if (theirs(role, path)) continue;
        const body = bodies[name]?.();
        const headers = Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : undefined;
        const answer = await who.ask(method.toLowerCase() as Method, filled + (queries[name]?.() ?? ''), body, headers);
        const { code, results } = answer.body as { code?: string; results?: BulkResult['results'] };
        const said = code ?? results?.[0]?.code ?? `${answer.status}`;
        if (!closed.has(said) || answer.text?.includes(WORDS)) letIn.push(`${name} ${role}: ${said}`);
      }
    }
    expect(letIn).toEqual([]);
    expect(await standing()).toEqual(before);
  }, 120_000);

  it('is neither read, written nor watched by any socket ask', async () => {
    const before = await standing();
    const asks: Readonly<Record<string, object>> = {
      'conversation:show': { ...conversation(), since: 0 },
      'conversation:since': { ...conversation(), seq: 0 },
      'message:send': { ...conversation(), clientId: `intruder-${newId()}`, text: 'Hi', seen: 99 },
      'message:attach': {
        ...{ ...conversation(), clientId: `intruder-${newId()}`, text: '', attachments: [its['attachment']], seen: 99 },
      },
    };
    const harmless = ['queue:show', 'queue:hide', 'conversation:hide', 'typing', 'read'];
    const known = Object.keys(desk.app.get(LiveAsks, { strict: false }).desk);
    expect([...Object.keys(asks), ...harmless].sort()).toEqual(known.sort());
    const seen = await LiveClient.desk(desk, ben);
    sockets.push(seen);
    await seen.ok('conversation:show', { ...conversation(), since: 0 });
    for (const [role, client] of live) {
      for (const [event, ask] of Object.entries(asks)) {
        const code = (await client.refusal(event, ask)) ?? 'done';
        expect([role, event, code, closed.has(code)]).toEqual([role, event, code, true]);
      }
      await client.ok('queue:show', {});
      client.socket.emit('typing', { ...conversation(), on: true });
      client.socket.emit('read', { ...conversation(), seq: 3 });
      await client.ok('conversation:hide', conversation());
    }
    await customer.send(its['id']!, `Is the ${WORDS} one there?`);
    await seen.until(() => seen.seen.entries.some(({ text }) => text?.includes('there?')));
    // What was sent before it to anybody has come by now: each asks once more and is answered behind it.
    for (const [role, client] of live) {
      await client.ok('queue:hide', {});
      const told = client.seen.events.filter(([event]) => event !== 'problem');
      expect([role, told]).toEqual([role, []]);
    }
    const events = seen.seen.events.map(([event]) => event);
    expect(events.filter((event) => event === 'typing' || event === 'present' || event === 'read')).toEqual([]);
    const after = await standing();
    expect(after.record?.staffReadSeq).toBe(before.record?.staffReadSeq);
    expect(after.record?.assigneeId).toBe(before.record?.assigneeId);
  });
});
