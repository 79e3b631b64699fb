import { Refused } from '@candour/shared/errors.js';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ACCESS, OPEN, requireAccess, type ActorRequest, type Declared } from '../core/access/access.js';
import { CONFIG, type Config } from '../core/config/config.js';
import { changes, siteOf } from '../core/http/border.rules.js';
import { setRequestActor } from '../core/request-context.js';
import { SessionsService } from './sessions.service.js';

/** Stands before every route: what declares neither `@Access` nor `@Open` is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refused with the reason; nothing else tells the client why. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declared = this.declared<Declared>(ACCESS, context);
    if (!declared && this.declared<string>(OPEN, context) === undefined) throw new Refused('not-allowed');
    // The gateway asks `requireAccess` itself, with the actor of the socket.
    if (context.getType() !== 'http') return true;

    const request = context.switchToHttp().getRequest<Request & ActorRequest>();
    const changing = changes(request.method);
    const site = siteOf(this.config, request.headers);
    if (changing && site === 'foreign') throw new Refused('origin-refused');
    if (!declared) return true;

    const live = request.session?.live;
    if (!live) {
      throw new Refused(this.sessions.hasCookie(request.headers.cookie) ? 'session-expired' : 'sign-in-required');
    }
    if (changing && site !== 'own') throw new Refused('origin-refused');
    if (changing && !this.sessions.csrfFits(request.sessionID, request.get('x-csrf-token'))) {
      throw new Refused('csrf-failed');
    }
    request.actor = live.actor;
    setRequestActor(live.actor.id);
    requireAccess(live.actor, declared.permission, declared.purpose);
    await this.sessions.touch(live.actor);
    return true;
  }

  private declared<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
