import * as z from 'zod';
import { PageAsk, pageOf } from './paging.js';

describe('A page', () => {
  it('holds 50 rows where nobody says how many', () => expect(PageAsk.parse({}).limit).toBe(50));

  it('takes its number of rows from a query string', () => expect(PageAsk.parse({ limit: '7' }).limit).toBe(7));

  for (const limit of ['0', '101', '-1', '1.5', 'all', '']) {
    it(`refuses "${limit}" rows`, () => expect(PageAsk.safeParse({ limit }).success).toBeFalse());
  }

  it('refuses a field nobody knows', () => expect(PageAsk.safeParse({ offset: 3 }).success).toBeFalse());

  it('lets no column out that its contract does not list', () => {
    const page = pageOf(z.object({ id: z.string() })).parse({ rows: [{ id: 'a', email: 'a@example.com' }], total: 9 });
    expect(page).toEqual({ rows: [{ id: 'a' }] });
  });
});
