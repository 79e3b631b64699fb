import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../bootstrap.js';
import { readConfig } from '../core/config/config.js';
import { DataMapService } from '../privacy/data-map.service.js';

/*
 * npm run data-map            writes docs/data-map.md from the keepers
 * npm run data-map -- check   says whether it is fresh
 */
const file = fileURLToPath(new URL('../../../../docs/data-map.md', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'candour-data-map-'));
const app = await createApp(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: 'off' }));
try {
  await app.init();
  const fresh = app.get(DataMapService, { strict: false }).markdown();
  if (process.argv[2] === 'check') {
    const same = readFileSync(file, 'utf8') === fresh;
    console.log(same ? 'data map: fresh' : 'data map: not fresh; run npm run data-map');
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(file, fresh);
    console.log(`data map: wrote ${fresh.split('\n').length} lines`);
  }
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
