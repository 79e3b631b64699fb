import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Greetings, WriteGreeting } from '@candour/shared/greetings.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import express from 'express';
import request from 'supertest';
import { GreetingsService } from '../src/greetings/greetings.service.js';
import { readConfig } from '../src/core/config/config.js';
import { StaticFolder } from '../src/web/static-folder.js';
import { widgetFiles } from '../src/web/widget-files.js';
import { eachDesk, type Browser, type Desk } from './desk.js';

/** A Monday at noon in Berlin. */
const AT = Date.parse('2026-03-02T11:00:00Z');

eachDesk(
  'Greetings',
  (open) => {
    let desk: Desk;
    let supervisor: Browser;

    beforeAll(async () => {
      desk = await open();
      desk.clock.set(AT);
      supervisor = await desk.signedIn(await desk.addStaff('supervisor'));
    });
    afterAll(() => desk.close());
    afterEach(async () => {
      desk.clock.set(AT);
      for (const { id } of ((await supervisor.ask('get', '/api/greetings')).body as Greetings).rows) {
        await supervisor.ask('delete', `/api/greetings/${id}`);
      }
    });

    const rule = (more: Partial<WriteGreeting> = {}): WriteGreeting => ({
      ...{ path: '/sofas/*', after: 20, whileOpen: false, on: true },
      ...{ topic: 'product', text: { en: 'Questions about a sofa?' } },
      ...more,
    });
    const add = async (more: Partial<WriteGreeting> = {}): Promise<Greetings['rows']> => {
      const answer = await supervisor.ask('post', '/api/greetings', rule(more));
      expect(answer.status).toBe(200);
      return (answer.body as Greetings).rows;
    };
    const served = async (): Promise<Record<string, unknown>[]> =>
      JSON.parse((await desk.app.get(GreetingsService, { strict: false }).forLoader()) || '[]') as Record<
        string,
        unknown
      >[];

    it('are written, ordered and removed by a supervisor, served at once, and only those that are on', async () => {
      expect(await served()).toEqual([]);
      const [first] = await add();
      const rows = await add({ path: '/beds/*', on: false, text: { de: 'Fragen zu einem Bett?' } });
      expect(rows.map(({ path, on }) => [path, on])).toEqual([
        ['/sofas/*', true],
        ['/beds/*', false],
      ]);
      const loader = { id: first?.id.slice(-8), path: '/sofas/*', after: 20, topic: 'product' };
      expect(await served()).toEqual([{ ...loader, text: { en: 'Questions about a sofa?' } }]);

      const ids = rows.map(({ id }) => id).reverse();
      const ordered = await supervisor.ask('put', '/api/greetings/order', { ids });
      expect((ordered.body as Greetings).rows.map(({ id }) => id)).toEqual(ids);
      expect((await supervisor.ask('put', '/api/greetings/order', { ids: ids.slice(1) })).status).toBe(400);
      const bed = rule({ path: '/beds/*', text: { de: 'Ein Bett?' } });
      expect((await supervisor.ask('put', `/api/greetings/${ids[0]}`, bed)).status).toBe(200);
      expect((await served()).map(({ path }) => path)).toEqual(['/beds/*', '/sofas/*']);
      const gone = await supervisor.ask('delete', `/api/greetings/${ids[0]}`);
      expect((gone.body as Greetings).rows.length).toBe(1);
      expect((await supervisor.ask('delete', `/api/greetings/${ids[0]}`)).status).toBe(404);
    });

    it('that hold while the desk is open bring their hours, so that the page needs to ask nobody', async () => {
      await add({ whileOpen: true, text: { en: 'Hello', de: 'Guten Tag' } });
      const spans = async () => ((await served())[0]?.['open'] as Record<string, [number, number][]>)['en'] ?? [];
      const within = (list: [number, number][], at: number): boolean =>
        list.some(([from, to]) => at / MINUTE >= from && at / MINUTE < to);
      expect(within(await spans(), AT)).toBeTrue();
      // Sunday: closed now, and open on Monday.
      desk.clock.set(AT - DAY);
      const [next] = await spans();
      expect(within(await spans(), AT - DAY)).toBeFalse();
      expect((next?.[0] ?? 0) * MINUTE).toBeGreaterThan(AT - DAY);
      expect(Object.keys((await served())[0]?.['open'] as object).sort()).toEqual(['de', 'en']);
    });

    it('are refused without words, with a path that is none, beyond twelve, and from those who may not', async () => {
      for (const wrong of [
        { text: {} },
        { path: 'sofas' },
        { path: '/*/*/*/*/*' },
        { after: -1 },
        { text: { en: ' ' } },
      ]) {
        expect((await supervisor.ask('post', '/api/greetings', rule(wrong))).status).toBe(400);
      }
      for (let i = 0; i < 12; i++) await add();
      expect((await supervisor.ask('post', '/api/greetings', rule())).body).toEqual(
        jasmine.objectContaining({ code: 'too-many-greetings', facts: { most: 12 } }),
      );
      const lead = await desk.signedIn(await desk.addStaff('lead'));
      expect((await lead.ask('get', '/api/greetings')).status).toBe(403);
      expect((await lead.ask('post', '/api/greetings', rule())).status).toBe(403);
    });
  },
  true,
);

describe('The loader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-loader-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is served with the rules in the place of a string, and with none where they cannot be read', async () => {
    writeFileSync(join(folder, 'widget.js'), 'let rules="__GREETINGS__";');
    let rules: () => Promise<string> = () => Promise.resolve('[{"text":{"en":"It\'s \\"new\\" </script>"}}]');
    const app = express();
    app.use(widgetFiles(readConfig({ NODE_ENV: 'test' }), new StaticFolder(folder), () => rules()));
    const first = await request(app).get('/widget.js');
    expect(new Function(`${first.text} return JSON.parse(rules)[0].text.en`)()).toBe('It\'s "new" </script>');
    const again = await request(app)
      .get('/widget.js')
      .set('if-none-match', first.headers['etag'] as string);
    expect(again.status).toBe(304);
    rules = () => Promise.reject(new Error('away'));
    const without = await request(app).get('/widget.js');
    expect([without.status, without.text]).toEqual([200, 'let rules="";']);
    expect(without.headers['etag']).not.toBe(first.headers['etag'] as string);
  });
});
