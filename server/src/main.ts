import { createApp } from './bootstrap.js';
import { BadEnvironment, readConfig, type Config } from './core/config/config.js';
import { StaffService } from './staff/staff.service.js';

/** Reads the configuration or says what is wrong with it, every fault at once. */
function configuration(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof BadEnvironment)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = configuration();
const app = await createApp(config);
const admin = await app.get(StaffService, { strict: false }).ensureFirstAdmin();
await app.listen(config.port, config.host);
console.log(`Candour is served at ${config.publicUrl ?? (await app.getUrl())}`);
if (admin) console.log(`First sign-in: ${admin.email}  ${admin.password}  (shown once; keep it)`);
