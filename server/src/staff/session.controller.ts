import { ChangePassword, Session, SignIn, SignInByLink } from '@candour/shared/staff.js';
import { Refused } from '@candour/shared/errors.js';
import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { normalizeIp } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { Access, CurrentActor, Open } from '../core/access/access.js';
import type { StaffActor } from '../core/access/actor.js';
import { permissionsOf } from '../core/access/permissions.rules.js';
import { Answers } from '../core/http/answers.js';
import { PasswordsService } from './passwords.service.js';
import { IDLE_MS } from './sessions.rules.js';
import { SessionsService } from './sessions.service.js';
import type { SignInWay } from './sign-in.entity.js';
import { SignInService } from './sign-in.service.js';
import { StaffService } from './staff.service.js';

/** Signing in and out. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionsService,
    private readonly members: StaffService,
  ) {}

  @Post()
  @Open('nobody is signed in before they sign in')
  @Answers(Session)
  async signIn(@Body({ schema: SignIn }) ask: SignIn, @Req() request: Request): Promise<Session> {
    const staffId = await this.signIns.byPassword(ask, addressOf(request));
    return this.open(request, staffId, 'password');
  }

  @Post('link')
  @Open('the one-time link is the proof')
  @Answers(Session)
  async signInByLink(@Body({ schema: SignInByLink }) ask: SignInByLink, @Req() request: Request): Promise<Session> {
    const staffId = await this.passwords.byLink(ask, addressOf(request));
    return this.open(request, staffId, 'link');
  }

  @Get()
  @Access('session.own', 'house')
  @Answers(Session)
  current(@Req() request: Request): Promise<Session> {
    return this.describe(request);
  }

  /** Whether the session still stands; all that is done is what every route does before its own work. */
  @Get('standing')
  @Access('session.own', 'house')
  @Answers(null)
  standing(): void {
    return undefined;
  }

  @Post('password')
  @Access('session.own', 'house')
  @Answers(null)
  changePassword(
    @Body({ schema: ChangePassword }) ask: ChangePassword,
    @CurrentActor() actor: StaffActor,
  ): Promise<void> {
    return this.passwords.change(actor, ask);
  }

  @Delete()
  @Access('session.own', 'house')
  @Answers(null)
  async signOut(@CurrentActor() actor: StaffActor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(actor);
    this.forgetCookie(response);
  }

  @Delete('all')
  @Access('session.own', 'house')
  @Answers(null)
  async signOutEverywhere(
    @CurrentActor() actor: StaffActor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.sessions.endAll(actor);
    this.forgetCookie(response);
  }

  /** Under a new id, whatever the browser sent: an id known before the sign-in is worth nothing after it. */
  private async open(request: Request, staffId: string, way: SignInWay): Promise<Session> {
    await promised((done) => request.session.regenerate(done));
    request.session.opening = { staffId, way };
    await promised((done) => request.session.save(done));
    const live = await this.sessions.find(request.sessionID);
    if (!live) throw new Refused('sign-in-failed');
    request.session.live = live;
    return this.describe(request);
  }

  private async describe(request: Request): Promise<Session> {
    const live = request.session.live;
    if (!live) throw new Refused('sign-in-required');
    return {
      staff: await this.members.member(live.actor.id),
      permissions: permissionsOf(live.actor.role),
      csrf: this.sessions.csrfOf(request.sessionID),
      idleMs: IDLE_MS,
      signedInAt: live.signedInAt,
    };
  }

  private forgetCookie(response: Response): void {
    const secure = this.sessions.cookieName.startsWith('__Host-');
    response.clearCookie(this.sessions.cookieName, { path: '/', httpOnly: true, sameSite: 'strict', secure });
  }
}

/** One IPv6 customer has a whole /64. */
const addressOf = (request: Request): string => normalizeIp(request.ip ?? '', 64);

const promised = (work: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => work((error) => (error ? reject(error as Error) : resolve())));
