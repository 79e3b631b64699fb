import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit.service.js';

/** What was done, provably: written by every feature, numbered and signed here. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
export class AuditModule {}
