import { join } from 'node:path';
import { checkpointFolder } from '../audit/audit.module.js';
import { CheckpointFiles } from '../audit/checkpoint-files.js';
import { CheckpointSigner, SIGNING_KEY } from '../audit/checkpoint-note.js';
import { verifyAudit } from '../audit/verify.js';
import { AuditFault } from '../audit/verify-sources.js';
import { readConfig } from '../core/config/config.js';
import { openDatabase } from '../core/database/open-database.js';
import { Events } from '../core/events.js';
import { readMasterKey } from '../core/vault/master-key.js';
import { leafSources } from '../leaf-sources.js';
import { mainStore } from '../stores.js';

/*
 * npm run audit -- verify [FOLDER ...]   makes the whole audit again and holds it against every signed checkpoint:
 *                                        those in the database, in DATA_DIR/checkpoints and in each FOLDER of
 *                                        copies that were handed out. Ends with 1 and the first fault.
 */
const [verb, ...folders] = process.argv.slice(2);
if (verb !== 'verify') {
  console.error('npm run audit -- verify [FOLDER ...]');
  process.exit(2);
}

const config = readConfig();
const signer = new CheckpointSigner(readMasterKey(config, true).derive(SIGNING_KEY));
const database = await openDatabase(config, mainStore, new Events());
try {
  const files = [checkpointFolder(config), ...folders].flatMap((folder) =>
    new CheckpointFiles(folder).read().map((file) => ({ ...file, name: join(folder, file.name) })),
  );
  const found = await verifyAudit({ database, sources: leafSources, signer, files });
  for (const { month, leaves, dropped } of found.segments) {
    console.log(`${month}: ${leaves} leaves${dropped ? ', dropped, root kept' : ', each found, numbered without gap'}`);
  }
  console.log(`${found.remade} leaves made again from their stored fields, ${found.waiting} not numbered yet`);
  console.log(
    `${found.checkpoints} checkpoints in the database, ${found.copies} copies in files: roots and signatures hold` +
      (found.withoutCopy > 0 ? `; ${found.withoutCopy} without a copy here` : ''),
  );
  console.log('audit: whole');
} catch (error) {
  if (!(error instanceof AuditFault)) throw error;
  console.error(error.message);
  console.log(`audit: broken (${error.code})`);
  process.exitCode = 1;
} finally {
  await database.close();
}
