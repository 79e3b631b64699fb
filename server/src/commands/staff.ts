import { parseArgs } from 'node:util';
import { Role, roles } from '@candour/shared/staff.js';
import { AuditTrail } from '../audit/audit.service.js';
import { system } from '../core/access/actor.js';
import { SystemClock } from '../core/clock.js';
import { readConfig } from '../core/config/config.js';
import { openDatabase } from '../core/database/open-database.js';
import { Events } from '../core/events.js';
import { DataKeyRow } from '../core/vault/data-key.entity.js';
import { readMasterKey } from '../core/vault/master-key.js';
import { Vault } from '../core/vault/vault.js';
import { PolicyService } from '../policy/policy.service.js';
import { PasswordHasher } from '../staff/password-hasher.js';
import { RoleProposals } from '../staff/role-proposals.js';
import { SessionsService } from '../staff/sessions.service.js';
import { SignInLinksService } from '../staff/sign-in-links.service.js';
import { StaffRows } from '../staff/staff-rows.js';
import { StaffRow } from '../staff/staff.entity.js';
import { StaffService } from '../staff/staff.service.js';
import { keyStore, mainStore } from '../stores.js';

/*
 * npm run staff -- role EMAIL ROLE   gives somebody a role
 * npm run staff -- link EMAIL        prints a one-time sign-in link for somebody
 *
 * For whoever runs the machine, also while the server runs: they hold the master key, so no second person is asked
 * for. The audit names them `system:operator`.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const [deed, email, ...rest] = positionals;
const role = Role.safeParse(rest[0]);
const asked = deed === 'role' ? role.success && rest.length === 1 : deed === 'link' && rest.length === 0;
if (!asked || email === undefined) {
  console.error(`npm run staff -- role EMAIL ${roles.join('|')}\nnpm run staff -- link EMAIL`);
  process.exit(2);
}

const config = readConfig();
const [clock, events, operator] = [new SystemClock(), new Events(), system('operator')];
const database = await openDatabase(config, mainStore, events);
const keys = await openDatabase(config, keyStore, events);
try {
  const keysExist = await keys.read((em) => em.existsBy(DataKeyRow, {}));
  const vault = new Vault(keys, readMasterKey(config, keysExist), clock);
  const trail = new AuditTrail(database, clock, vault);
  await new PolicyService(database, clock, trail).onModuleInit();
  const rows = new StaffRows(database, vault, clock);
  const sessions = new SessionsService(database, vault, clock, trail, events, config);
  const proposals = new RoleProposals(clock, trail);
  const staff = new StaffService(database, rows, new PasswordHasher(vault), sessions, trail, proposals);

  const member = await database.read((em) => em.findOneBy(StaffRow, { emailIndex: rows.emailIndex(email) }));
  if (!member) {
    console.error('Nobody here has this e-mail.');
    process.exitCode = 1;
  } else if (role.success) {
    const changed = await staff.change(operator, member.id, { role: role.data });
    console.log(`${changed.role}`);
  } else {
    const links = new SignInLinksService(database, clock, trail, proposals);
    const origin = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
    console.log((await links.make(operator, member.id, origin)).url);
  }
} finally {
  await database.close();
  await keys.close();
}
