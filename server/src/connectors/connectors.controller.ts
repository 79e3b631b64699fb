import { Connectors } from '@candour/shared/connectors.js';
import { Controller, Get } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { Actor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { ConnectorsService } from './connectors.service.js';

@Controller('api/connectors')
export class ConnectorsController {
  constructor(private readonly connectors: ConnectorsService) {}

  @Get()
  @Access('order.import', 'P2')
  @Answers(Connectors)
  list(@CurrentActor() actor: Actor): Promise<Connectors> {
    return this.connectors.list(actor);
  }
}
