import { Checkpoint } from '@candour/shared/audit.js';
import { Controller, Get, Inject } from '@nestjs/common';
import { Access } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { AuditProofs } from './proofs.service.js';

@Controller('api/audit')
export class AuditController {
  constructor(@Inject(AuditProofs) private readonly proofs: AuditProofs) {}

  /** Signs what was done up to now, and hands out the head and the public key: to be kept outside the desk. */
  @Get('checkpoint')
  @Access('audit.read', 'house')
  @Answers(Checkpoint)
  checkpoint(): Promise<Checkpoint> {
    return this.proofs.newest();
  }
}
