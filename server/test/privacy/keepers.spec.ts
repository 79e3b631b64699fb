import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DataMapService } from '../../src/privacy/data-map.service.js';
import { Desk } from '../desk.js';

const file = fileURLToPath(new URL('../../../../docs/data-map.md', import.meta.url));

describe('The keepers of the whole desk', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  it('claim or explain every column of every table', () => {
    expect(desk.app.get(DataMapService, { strict: false }).gaps()).toEqual([]);
  });

  it('read as docs/data-map.md says (npm run data-map writes it)', () => {
    const written = readFileSync(file, 'utf8').split('\n');
    const fresh = desk.app.get(DataMapService, { strict: false }).markdown().split('\n');
    expect(fresh.filter((line) => !written.includes(line)))
      .withContext('missing')
      .toEqual([]);
    expect(written.join('\n') === fresh.join('\n'))
      .withContext('the same, line by line')
      .toBeTrue();
  });
});
