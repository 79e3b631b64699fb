import { Id } from '@candour/shared/ids.js';
import { ConfirmGrant, RoleGrants } from '@candour/shared/staff.js';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { Answers } from '../core/http/answers.js';
import { RoleGrantsService } from './role-grants.service.js';

/** What waits for a second person. */
@Controller('api/grants')
export class RoleGrantsController {
  constructor(private readonly grants: RoleGrantsService) {}

  @Get()
  @Access('staff.approve', 'house')
  @Answers(RoleGrants)
  list(@CurrentActor() actor: StaffActor): Promise<RoleGrants> {
    return this.grants.list(actor);
  }

  @Post(':id/approve')
  @Access('staff.approve', 'house')
  @Answers(null)
  approve(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.grants.approve(actor, id);
  }

  @Post(':id/confirm')
  @Access('staff.approve', 'house')
  @Answers(null)
  confirm(
    @CurrentActor() actor: StaffActor,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConfirmGrant }) { password }: ConfirmGrant,
  ): Promise<void> {
    return this.grants.confirm(actor, id, password);
  }

  @Post(':id/reject')
  @Access('staff.approve', 'house')
  @Answers(null)
  reject(@CurrentActor() actor: StaffActor, @Param('id', { schema: Id }) id: string): Promise<void> {
    return this.grants.reject(actor, id);
  }
}
