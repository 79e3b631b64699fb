import { Controller, Get, Inject } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import { Open } from './access/access.js';
import { Database } from './database/database.js';
import { KEY_DATABASE } from './tokens.js';

/** For whoever watches the process: is it running, and may it be sent work? */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Database) private readonly main: Database,
    @Inject(KEY_DATABASE) private readonly keys: Database,
  ) {}

  @Get('live')
  @Open('tells only that the process runs')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** @throws Refused `unavailable` while a database does not answer. */
  @Get('ready')
  @Open('tells only that the databases answer')
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.main.write((tx) => tx.em.query('SELECT 1'));
      await this.keys.read((em) => em.query('SELECT 1'));
    } catch {
      throw new Refused('unavailable');
    }
    return { status: 'ok' };
  }
}
