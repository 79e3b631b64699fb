import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { FileOrphans } from './file-orphans.js';
import { FileRemovals } from './file-removals.js';
import { FileStore } from './file-store.js';
import { Files } from './files.service.js';
import { FolderStore } from './folder-store.js';

/** Sealed files, in a folder beside the databases. */
@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [CONFIG],
      useFactory: ({ dataDir }: Config) => new FolderStore(join(dataDir, 'files')),
    },
    Files,
    FileRemovals,
    FileOrphans,
  ],
  exports: [Files, FileOrphans, FileRemovals, FileStore],
})
export class FilesModule {}
