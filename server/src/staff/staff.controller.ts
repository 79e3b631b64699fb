import { Id } from '@candour/shared/ids.js';
import { PageAsk } from '@candour/shared/paging.js';
import { AddStaff, ChangeStaff, SignInLink, StaffMember, StaffPage } from '@candour/shared/staff.js';
import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AccessTrail } from '../audit/access-trail.service.js';
import { Access, CurrentActor } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { Answers } from '../core/http/answers.js';
import { SignInLinksService } from './sign-in-links.service.js';
import { StaffService } from './staff.service.js';

/** The administration of staff. */
@Controller('api/staff')
export class StaffController {
  constructor(
    private readonly members: StaffService,
    private readonly links: SignInLinksService,
    private readonly readings: AccessTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Access('staff.manage', 'house')
  @Answers(StaffPage)
  async list(@Query({ schema: PageAsk }) ask: PageAsk, @CurrentActor() actor: StaffActor): Promise<StaffPage> {
    const page = await this.members.list(actor, ask);
    const rows = page.rows.map(({ id }) => id);
    await this.readings.note({ actor, verb: 'staff.read', purpose: 'house', rows });
    return page;
  }

  @Post()
  @Access('staff.manage', 'house')
  @Answers(StaffMember, 201)
  add(@Body({ schema: AddStaff }) ask: AddStaff, @CurrentActor() actor: StaffActor): Promise<StaffMember> {
    return this.members.add(actor, ask);
  }

  @Patch(':id')
  @Access('staff.manage', 'house')
  @Answers(StaffMember)
  change(
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeStaff }) ask: ChangeStaff,
    @CurrentActor() actor: StaffActor,
  ): Promise<StaffMember> {
    return this.members.change(actor, id, ask);
  }

  @Post(':id/link')
  @Access('staff.manage', 'house')
  @Answers(SignInLink, 201)
  link(
    @Param('id', { schema: Id }) id: string,
    @CurrentActor() actor: StaffActor,
    @Req() request: Request,
  ): Promise<SignInLink> {
    // Without a public address only this machine itself is served, under the name it was asked by.
    return this.links.make(actor, id, this.config.publicUrl ?? `http://${request.headers.host}`);
  }
}
