import type { Hours, Office } from '@candour/shared/hours.js';
import type { ChatHello } from '@candour/shared/live.js';
import { AuditLeaf } from '../src/audit/audit-leaf.entity.js';
import { Database } from '../src/core/database/database.js';
import { HoursService } from '../src/hours/hours.service.js';
import { nextOpening } from '../src/hours/hours.rules.js';
import { eachDesk, type Browser, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

const week: Office['week'] = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '08:00', to: '20:00' }));
const berlin: Office = {
  ...{ zone: 'Europe/Berlin', languages: ['de', 'fr', 'es'], week },
  ...{ holidays: { country: 'DE', region: 'BY' }, closed: ['2026-12-24'] },
};
const newYork: Office = { zone: 'America/New_York', languages: ['en'], week, holidays: { country: 'US' }, closed: [] };

eachDesk('Business hours', (open) => {
  let desk: Desk;
  let admin: Browser;

  beforeEach(async () => {
    desk = await open();
    desk.clock.set(Date.parse('2026-11-23T21:30:00Z'));
    admin = await desk.signedIn();
  });
  afterEach(() => desk.close());

  const bare = ({ offices }: Hours): Office[] =>
    offices.map(({ zone, languages, week: days, holidays, closed }) => ({
      zone,
      languages,
      week: days,
      holidays,
      closed,
    }));

  it('are those of the house until somebody sets them', async () => {
    const { offices, countries } = (await admin.ask('get', '/api/hours')).body as Hours;
    expect(offices).toEqual([
      {
        ...{ zone: 'UTC', languages: ['en', 'de', 'fr', 'es'], holidays: null, closed: [] },
        week: [...week, { day: 6, from: '09:00', to: '17:00' }],
        ...{ open: false, opensAt: Date.parse('2026-11-24T08:00:00Z') },
      },
    ]);
    const germany = countries.find(({ code }) => code === 'DE');
    expect(germany?.regions).toContain({ code: 'BY', name: 'Bayern' });
  });

  it('are what was set, each in its zone and with its holidays', async () => {
    const { body, status } = await admin.ask('put', '/api/hours', { offices: [berlin, newYork] });
    expect(status).toBe(200);
    expect(bare(body as Hours)).toEqual([berlin, newYork]);
    expect((body as Hours).offices.map((office) => office.open)).toEqual([false, true]);
    expect(bare((await admin.ask('get', '/api/hours')).body as Hours)).toEqual([berlin, newYork]);

    // A customer knows before they write; each in the hours of their language.
    const told: [boolean, number | undefined][] = [];
    for (const language of ['de', 'en'] as const) {
      const customer = await LiveClient.chat(desk, { language });
      const hello = await customer.ok<ChatHello>('chat:hello', {});
      told.push([hello.open, hello.opensAt]);
      customer.close();
    }
    expect(told).toEqual([
      [false, Date.parse('2026-11-24T07:00:00Z')],
      [true, undefined],
    ]);

    const calendars = await desk.app.get(HoursService, { strict: false }).calendars();
    const opens = (language: 'de' | 'en', from: string): string =>
      new Date(nextOpening(calendars.get(language)!, Date.parse(from)) ?? NaN).toISOString();
    // Epiphany is one in Bavaria; Christmas Eve was set by hand; Thanksgiving is one over there alone.
    expect(opens('de', '2027-01-05T20:00:00Z')).toBe('2027-01-07T07:00:00.000Z');
    expect(opens('de', '2026-12-23T20:00:00Z')).toBe('2026-12-28T07:00:00.000Z');
    expect(opens('en', '2026-11-26T14:00:00Z')).toBe('2026-11-27T13:00:00.000Z');
    expect(opens('de', '2026-11-26T14:00:00Z')).toBe('2026-11-26T14:00:00.000Z');
  });

  it('are at hand at once where they were set', async () => {
    const hours = desk.app.get(HoursService, { strict: false });
    const before = await hours.calendars();
    expect(await hours.calendars()).toBe(before);
    await admin.ask('put', '/api/hours', { offices: [berlin, newYork] });
    expect((await hours.calendars()).get('en')).not.toBe(before.get('en'));
  });

  it('stand in the audit when they are set', async () => {
    await admin.ask('put', '/api/hours', { offices: [berlin, newYork] });
    await admin.ask('put', '/api/hours', { offices: [newYork, berlin] });
    const leaves = await desk.app.get(Database).read((em) => em.find(AuditLeaf, { where: { verb: 'hours.set' } }));
    expect(leaves.length).toBe(2);
    expect(leaves[0]!.digest).not.toEqual(leaves[1]!.digest);
  });

  it('are the administrator’s to see and set', async () => {
    const supervisor = await desk.signedIn(await desk.addStaff('supervisor', 'second@example.com'));
    expect((await supervisor.ask('get', '/api/hours')).status).toBe(403);
    expect((await supervisor.ask('put', '/api/hours', { offices: [berlin, newYork] })).status).toBe(403);
  });

  const day = { day: 1, from: '08:00', to: '20:00' } as const;
  for (const [words, offices] of [
    ['no office', []],
    ['a language that nobody answers', [newYork]],
    ['a language twice', [{ ...berlin, languages: ['de', 'fr', 'es', 'en'] }, newYork]],
    ['an unknown zone', [{ ...berlin, zone: 'Europe/Atlantis' }, newYork]],
    ['an offset for a zone', [{ ...berlin, zone: '+02:00' }, newYork]],
    ['no hours at all', [{ ...berlin, week: [] }, newYork]],
    ['hours that end before they begin', [{ ...berlin, week: [{ ...day, to: '07:00' }] }, newYork]],
    ['hours that overlap', [{ ...berlin, week: [day, { ...day, from: '19:00', to: '21:00' }] }, newYork]],
    ['the twenty-fifth hour', [{ ...berlin, week: [{ ...day, to: '25:00' }] }, newYork]],
    ['an eighth day', [{ ...berlin, week: [{ ...day, day: 8 }] }, newYork]],
    ['a country without holidays known', [{ ...berlin, holidays: { country: 'QQ' } }, newYork]],
    ['a region of another country', [{ ...berlin, holidays: { country: 'US', region: 'BY' } }, newYork]],
    ['a day that no month has', [{ ...berlin, closed: ['2026-02-30'] }, newYork]],
    ['an unknown field', [{ ...berlin, name: 'Head office' }, newYork]],
  ] as const) {
    it(`take ${words} for an error and stay as they were`, async () => {
      await admin.ask('put', '/api/hours', { offices: [newYork, berlin] });
      const answer = await admin.ask('put', '/api/hours', { offices });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'bad-input']);
      expect(bare((await admin.ask('get', '/api/hours')).body as Hours)).toEqual([newYork, berlin]);
    });
  }
});
