import { Logger } from 'nestjs-pino';
import { createApp } from './bootstrap.js';
import { BadEnvironment, readConfig, warningsOf, type Config } from './core/config/config.js';
import { firstStart } from './first-start.js';
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

const { config, signIns } = await firstStart(configuration());
const app = await createApp(config);
for (const warning of warningsOf(config)) app.get(Logger).warn(warning);
const admin = await app.get(StaffService, { strict: false }).ensureFirstAdmin(config.adminEmail);
await app.listen(config.port, config.host);
const first = [...(admin ? [admin] : []), ...signIns];
const lines = [
  `Candour is served at ${config.publicUrl ?? (await app.getUrl())}`,
  ...(first.length > 0 ? ['First sign-ins, shown once; keep them:'] : []),
  ...first.map(({ email, password, role }) => `  ${email}  ${password}  ${role.replace('_', ' ')}`),
  ...(config.demo ? ['The demonstration shop is open at /shop.'] : []),
];
// In one piece: whoever waits for the address has the rest as well.
console.log(lines.join('\n'));
