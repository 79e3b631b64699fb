import { join } from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config/config.js';
import { Vault } from '../core/vault/vault.js';
import { Witness } from '../core/witness.js';
import { AccessTrail } from './access-trail.service.js';
import { AuditWitness } from './audit-witness.js';
import { AuditController } from './audit.controller.js';
import { AuditTrail } from './audit.service.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { CheckpointSigner, SIGNING_KEY } from './checkpoint-note.js';
import { Checkpoints } from './checkpoints.js';
import { LEAF_SOURCES, type LeafSource } from './leaf-source.js';
import { AuditProofs } from './proofs.service.js';
import { AuditSegments } from './segments.service.js';
import { Sequencer } from './sequencer.js';
import { SequencerLoop } from './sequencer.loop.js';

/** What was done, provably: written by every feature, numbered and signed here. */
@Global()
@Module({})
export class AuditModule {
  static with(sources: readonly LeafSource[]): DynamicModule {
    return {
      module: AuditModule,
      controllers: [AuditController],
      providers: [
        AuditTrail,
        AccessTrail,
        { provide: Witness, useClass: AuditWitness },
        AuditProofs,
        AuditSegments,
        Checkpoints,
        Sequencer,
        SequencerLoop,
        { provide: LEAF_SOURCES, useValue: sources },
        {
          provide: CheckpointSigner,
          inject: [Vault],
          useFactory: (vault: Vault) => new CheckpointSigner(vault.derive(SIGNING_KEY)),
        },
        {
          provide: CheckpointFiles,
          inject: [CONFIG],
          useFactory: (config: Config) => new CheckpointFiles(checkpointFolder(config)),
        },
      ],
      exports: [AuditTrail, AccessTrail, Witness, AuditProofs, AuditSegments],
    };
  }
}

/** Where copies of checkpoints stand, outside the database. */
export const checkpointFolder = (config: Config): string => join(config.dataDir, 'checkpoints');
