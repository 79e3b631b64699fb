import { Global, Module } from '@nestjs/common';
import { EgressGate } from '../egress.js';
import { MailLoop } from './mail.loop.js';
import { MailWorker } from './mail.worker.js';
import { OutboxController } from './outbox.controller.js';
import { MailOutbox } from './outbox.service.js';
import { Postman } from './postman.js';

/** The durable outbox, and the gate that everything passes that leaves the house. */
@Global()
@Module({
  controllers: [OutboxController],
  providers: [EgressGate, MailOutbox, Postman, MailWorker, MailLoop],
  exports: [EgressGate, MailOutbox],
})
export class MailModule {}
