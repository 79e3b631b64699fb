import { setTimeout as delay } from 'node:timers/promises';
import type { ConversationRow, ConversationStatus } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import type { Page } from '@candour/shared/paging.js';
import type { RequestPage } from '@candour/shared/requests.js';
import type { Routing } from '@candour/shared/routing.js';
import type { SearchHit } from '@candour/shared/search.js';
import type { Role } from '@candour/shared/staff.js';
import { ConversationParticipant, ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { driftOf } from '../src/search/drift.js';
import { IndexStore } from '../src/search/index-store.js';
import { SearchSources } from '../src/search/search-sources.service.js';
import { PrivacyRequestRow } from '../src/requests/requests.entity.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

/** Somebody of the desk: their role, and the team they are in. */
const people = {
  ann: ['agent', 'north'],
  ben: ['agent', 'south'],
  leo: ['lead', 'north'],
  lou: ['lead', undefined],
  sue: ['supervisor', 'north'],
  dee: ['design_expert', undefined],
  pip: ['privacy_officer', undefined],
  ada: ['admin', undefined],
  ian: ['installer', undefined],
} as const satisfies Record<string, readonly [Role, 'north' | 'south' | undefined]>;
type Person = keyof typeof people;
type Team = 'north' | 'south';

interface Standing {
  readonly status: ConversationStatus;
  readonly of?: Person;
  readonly team?: Team;
  readonly joined?: Person;
  /** Who may read it, everybody else may not. */
  readonly seen: readonly Person[];
}
const all: readonly Person[] = ['lou', 'sue'];
/** How a conversation can stand, and who sees it then, in each list and by itself. */
const standings: Record<string, Standing> = {
  'waits for everybody': { status: 'queued', seen: [...all, 'ann', 'ben', 'leo'] },
  'waits for the north': { status: 'queued', team: 'north', seen: [...all, 'ann', 'ben', 'leo'] },
  'waits for the south': { status: 'queued', team: 'south', seen: [...all, 'ann', 'ben'] },
  'is with a colleague of the team': { status: 'open', of: 'ann', seen: [...all, 'ann', 'leo'] },
  'is with another team': { status: 'open', of: 'ben', team: 'south', seen: [...all, 'ben'] },
  'came from the team, is with another': { status: 'pending', of: 'ben', team: 'north', seen: [...all, 'ben', 'leo'] },
  'is with another, one was asked in': { status: 'open', of: 'ben', joined: 'ann', seen: [...all, 'ann', 'ben'] },
  'the lead was asked in': { status: 'open', of: 'ben', team: 'south', joined: 'leo', seen: [...all, 'ben', 'leo'] },
  'is with the expert': { status: 'open', of: 'dee', team: 'south', seen: [...all, 'dee'] },
  'the expert was asked in': { status: 'open', of: 'ben', joined: 'dee', seen: [...all, 'ben', 'dee'] },
  'sleeps with a colleague': { status: 'snoozed', of: 'ann', seen: [...all, 'ann', 'leo'] },
  'is over, a colleague had it': { status: 'resolved', of: 'ann', seen: [...all, 'ann', 'leo'] },
  'is over, another had it': { status: 'resolved', of: 'ben', team: 'south', seen: [...all, 'ben'] },
  'is over, one took part': { status: 'resolved', of: 'ben', joined: 'ann', seen: [...all, 'ann', 'ben'] },
  'is over, nobody had it': { status: 'resolved', seen: [...all, 'leo'] },
  'is spam of the south': { status: 'spam', of: 'ben', team: 'south', seen: [...all, 'ben'] },
};
const names = Object.keys(standings);

eachDesk('Who sees which conversation', (open) => {
  it('is one rule for every list and for every single reading', async () => {
    const desk = await open();
    const client = await LiveClient.chat(desk);
    try {
      const world = await worldOf(desk, client);
      for (const person of Object.keys(people) as Person[]) {
        const seen = names.filter((name) => standings[name]!.seen.includes(person));
        const said = await world.says(person);
        expect([person, 'one', said.one]).toEqual([person, 'one', seen]);
        if (said.lists) expect([person, 'lists', said.lists]).toEqual([person, 'lists', seen]);
        else expect(seen).withContext(person).toEqual([]);
        if (said.found) expect([person, 'found', said.found]).toEqual([person, 'found', seen]);
        if (said.mine) {
          const mine = names.filter((name) => {
            const { status, of, joined } = standings[name]!;
            return ['open', 'pending'].includes(status) && (of === person || joined === person);
          });
          expect([person, 'mine', said.mine, said.mineCount]).toEqual([person, 'mine', mine, mine.length]);
        }
        const ofTeam = person === 'leo' || all.includes(person) || person === 'pip';
        const requests = person === 'pip' ? names : ofTeam ? seen : [];
        if (said.requests) expect([person, 'requests', said.requests]).toEqual([person, 'requests', requests]);
        expect([person, 'request', said.oneRequest]).toEqual([person, 'request', said.requests ? requests : []]);
      }
      // What changes is told to those alone who may see it: the south first, and the north after it.
      const live = await world.live('leo');
      try {
        await live.ok('queue:show', {});
        const told = (): string[] =>
          live.seen.events.flatMap(([event, told]) =>
            event === 'queue:changed' ? world.nameOf.get((told as { row: { id: string } }).row.id)! : [],
          );
        const spoken = ['waits for the south', 'is with another team', 'waits for the north', 'the lead was asked in'];
        for (const name of spoken) await world.writes(client, name);
        await live.until(() => told().includes('the lead was asked in'));
        expect(told()).toEqual(['waits for the north', 'the lead was asked in']);
        // What goes to another team is gone for the lead of the one that had it, and says nothing more.
        await world.toTeam('came from the team, is with another', 'south');
        await live.until(() => live.seen.events.some(([event]) => event === 'queue:gone'));
        const gone = live.seen.events.flatMap(([event, id]) =>
          event === 'queue:gone' ? [world.nameOf.get(id as string)!] : [],
        );
        expect(gone).toEqual(['came from the team, is with another']);
        expect(told().length).toBe(2);
      } finally {
        live.close();
      }
      await world.leaveTeam('leo');
      expect((await world.says('leo')).one).toEqual(names);
    } finally {
      client.close();
      await desk.close();
    }
  });
});

async function worldOf(desk: Desk, client: LiveClient) {
  const database = desk.app.get(Database);
  const browsers = new Map<Person, Browser>();
  for (const [person, [role]] of Object.entries(people)) {
    browsers.set(person as Person, await desk.signedIn(await desk.addStaff(role, `${person}@example.com`)));
  }
  const admin = await desk.signedIn();
  const idOf = (person: Person): string => browsers.get(person)!.session!.staff.id;
  const save = async (team: Team, memberIds: string[], id?: string): Promise<string> => {
    const body = { name: team, topics: [], languages: [], capacity: null, memberIds };
    const answer = await admin.ask(id ? 'put' : 'post', `/api/routing/teams${id ? `/${id}` : ''}`, body);
    return (answer.body as Routing).teams.find(({ name }) => name === team)!.id;
  };
  const membersOf = (team: Team): string[] =>
    (Object.keys(people) as Person[]).filter((one) => people[one][1] === team).map(idOf);
  const teams = { north: await save('north', membersOf('north')), south: await save('south', membersOf('south')) };

  const nameOf = new Map<string, string>();
  const requestOf = new Map<string, string>();
  for (const [i, name] of names.entries()) {
    desk.clock.advance(1000);
    const { id } = (await client.start('walnut')).conversation;
    nameOf.set(id, name);
    const { status, of, team, joined } = standings[name]!;
    const over = status === 'resolved' || status === 'spam';
    const requestId = id.replace(/^.{8}/, '0190ffff');
    requestOf.set(requestId, name);
    await database.write(async (tx) => {
      const at = desk.clock.now();
      await tx.em.update(
        ConversationRecord,
        { id },
        {
          status,
          assigneeId: of ? idOf(of) : null,
          teamId: team ? teams[team] : null,
          participants: joined ? [{ id: idOf(joined), may: 'reply' }] : null,
          snoozedUntil: status === 'snoozed' ? at + 1_000_000 : null,
          ...(status === 'queued' ? {} : { waitingSince: null }),
          ...(over ? { resolvedAt: at, anchorAt: at } : {}),
        },
      );
      if (joined) await tx.em.insert(ConversationParticipant, { staffId: idOf(joined), conversationId: id });
      const { customerId, number } = (await tx.em.findOneBy(ConversationRecord, { id }))!;
      await tx.em.insert(PrivacyRequestRow, {
        ...{
          id: requestId,
          number: i + 1,
          type: 'access',
          status: 'received',
          jurisdiction: 'eu',
          channel: 'chat',
          language: 'en',
        },
        ...{ customerId, conversationId: id, conversationNumber: number, receivedAt: at, dueAt: at, confirmBy: null },
        ...{ openedAt: at, openedBy: '0190a000-0000-7000-8000-000000000001', policyVersion: '1', category: 'C5' },
        ...{ source: 'provided', purpose: 'house', retentionClass: 'request-file', anchorAt: null },
      } as PrivacyRequestRow);
    });
  }
  const [store, sources] = [
    desk.app.get(IndexStore, { strict: false }),
    desk.app.get(SearchSources, { strict: false }),
  ];
  for (;;) {
    const state = await driftOf(database, store, sources);
    if (state && state.waiting === 0 && state.todos === 0) break;
    await delay(50);
  }

  const inOrder = (found: Iterable<string | undefined>): string[] => {
    const set = new Set(found);
    return names.filter((name) => set.has(name));
  };
  const says = async (person: Person) => {
    const browser = browsers.get(person)!;
    const rows = async (path: string): Promise<string[] | undefined> => {
      const { status, body } = await browser.ask('get', path);
      return status === 200 ? (body as Page<ConversationRow>).rows.map(({ id }) => nameOf.get(id)!) : undefined;
    };
    const one = [];
    for (const [id, name] of nameOf) {
      if ((await browser.ask('get', `/api/conversations/${id}`)).status === 200) one.push(name);
      const entries = (await browser.ask('get', `/api/conversations/${id}/entries`)).status === 200;
      expect([person, name, entries]).toEqual([person, name, one.includes(name)]);
    }
    const lists = [];
    for (const view of ['queue', 'all', 'snoozed', 'resolved', 'spam'])
      lists.push(await rows(`/api/conversations?view=${view}`));
    const mine = await rows('/api/conversations?view=mine');
    const counts = await browser.ask('get', '/api/conversations/counts');
    // Nobody is told of more that waits than they see.
    const queue = (await rows('/api/conversations?view=queue'))?.length;
    if (queue !== undefined) expect([person, (counts.body as { queue: number }).queue]).toEqual([person, queue]);
    const search = await browser.ask('get', '/api/search?q=walnut');
    const page = await browser.ask('get', '/api/requests?limit=100');
    const oneRequest = [];
    for (const [id, name] of requestOf) {
      if ((await browser.ask('get', `/api/requests/${id}`)).status === 200) oneRequest.push(name);
    }
    return {
      one: inOrder(one),
      lists: lists[0] && inOrder(lists.flat()),
      mine: mine && inOrder(mine),
      mineCount: (counts.body as { mine?: number }).mine,
      found:
        search.status === 200
          ? inOrder((search.body as Page<SearchHit>).rows.map(({ conversation }) => nameOf.get(conversation.id)))
          : undefined,
      requests:
        page.status === 200 ? inOrder((page.body as RequestPage).rows.map(({ id }) => requestOf.get(id))) : undefined,
      oneRequest: inOrder(oneRequest),
    };
  };
  const leaveTeam = (person: Person) =>
    save(
      'north',
      membersOf('north').filter((id) => id !== idOf(person)),
      teams.north,
    );
  const live = (person: Person) => LiveClient.desk(desk, browsers.get(person)!);
  const writes = (by: LiveClient, name: string) =>
    by.send([...nameOf].find(([, one]) => one === name)![0], 'And another word');
  const toTeam = async (name: string, team: Team): Promise<void> => {
    const id = [...nameOf].find(([, one]) => one === name)![0];
    const ask = { clientId: newId(), note: 'Yours, please.', teamId: teams[team] };
    expect((await browsers.get('sue')!.ask('post', `/api/conversations/${id}/transfer`, ask)).status).toBe(200);
  };
  return { says, leaveTeam, live, writes, toTeam, nameOf };
}
