import { Injectable } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { ImportsService } from '../orders/import/imports.service.js';
import { SellersService } from '../policy/sellers.service.js';
import { demoSellers } from './people.data.js';

const actor = system('demonstration');

/** Who sells, and what was sold. */
@Injectable()
export class DemoBooks {
  constructor(
    private readonly imports: ImportsService,
    private readonly sellers: SellersService,
  ) {}

  async setSellers(): Promise<void> {
    await this.sellers.set(actor, { sellers: [...demoSellers] });
  }

  /** @throws Error where a record was refused: the demonstration's own file is wrong then. */
  async takeIn(name: string, text: string): Promise<void> {
    const done = await this.imports.run(actor, { format: 'generic-json', name }, lines(text));
    if (done.failed > 0 || done.status !== 'done') throw new Error('The demonstration’s orders could not be taken in.');
  }
}

async function* lines(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
