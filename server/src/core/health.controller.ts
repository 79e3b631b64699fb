import { Controller, Get, Inject } from '@nestjs/common';
import { Refused } from '@candour/shared/errors.js';
import * as z from 'zod';
import { Open } from './access/access.js';
import { Database } from './database/database.js';
import { Answers } from './http/answers.js';
import { KEY_DATABASE } from './tokens.js';

const Health = z.object({ status: z.literal('ok') });
type Health = z.infer<typeof Health>;

/** For whoever watches the process: is it running, and may it be sent work? */
@Controller('health')
export class HealthController {
  constructor(
    @Inject(Database) private readonly main: Database,
    @Inject(KEY_DATABASE) private readonly keys: Database,
  ) {}

  @Get('live')
  @Open('tells only that the process runs')
  @Answers(Health)
  live(): Health {
    return { status: 'ok' };
  }

  /** @throws Refused `unavailable` while a database does not answer. */
  @Get('ready')
  @Open('tells only that the databases answer')
  @Answers(Health)
  async ready(): Promise<Health> {
    try {
      await this.main.write((tx) => tx.em.query('SELECT 1'));
      await this.keys.read((em) => em.query('SELECT 1'));
    } catch {
      throw new Refused('unavailable');
    }
    return { status: 'ok' };
  }
}
