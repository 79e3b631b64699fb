import { Desk } from './desk.ts';

/** One desk for the whole run. Workers learn its address, and what it said at its first start, from the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const desk = await Desk.open();
  process.env['E2E_URL'] = desk.url;
  process.env['E2E_SAID'] = desk.said;
  return () => desk.close();
}
