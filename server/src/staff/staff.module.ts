import { MINUTE } from '@candour/shared/instant.js';
import { Inject, Module, type ExecutionContext, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { Request } from 'express';
import { CONFIG, type Config } from '../core/config/config.js';
import { changes, overTls } from '../core/http/border.rules.js';
import { Limiter } from '../core/http/limiter.js';
import { AccessGuard } from './access.guard.js';
import { PasswordHasher } from './password-hasher.js';
import { PasswordsService } from './passwords.service.js';
import { CHANGES_PER_MINUTE, RateGuard } from './rate.guard.js';
import { RoleGrantsController } from './role-grants.controller.js';
import { RoleGrantsService } from './role-grants.service.js';
import { RoleProposals } from './role-proposals.js';
import { SessionController } from './session.controller.js';
import { readSession } from './session-store.js';
import { SessionsService } from './sessions.service.js';
import { SignInLinksService } from './sign-in-links.service.js';
import { SignInService } from './sign-in.service.js';
import { StaffController } from './staff.controller.js';
import { StaffKeeper } from './staff.keeper.js';
import { StaffRows } from './staff-rows.js';
import { StaffService } from './staff.service.js';

const changing = (context: ExecutionContext): boolean => changes(context.switchToHttp().getRequest<Request>().method);

/** Who works here, and the guards before every route. */
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [Limiter, CONFIG],
      useFactory: (storage: Limiter, config: Config) => ({
        throttlers: [
          { ttl: MINUTE, limit: (of: ExecutionContext) => (changing(of) ? CHANGES_PER_MINUTE : config.readingRate) },
        ],
        storage,
        setHeaders: false,
      }),
    }),
  ],
  controllers: [SessionController, StaffController, RoleGrantsController],
  providers: [
    PasswordHasher,
    PasswordsService,
    RoleGrantsService,
    RoleProposals,
    SessionsService,
    SignInLinksService,
    SignInService,
    StaffRows,
    StaffKeeper,
    StaffService,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: RateGuard },
  ],
  exports: [SessionsService, SignInService, StaffService],
})
export class StaffModule implements NestModule {
  constructor(
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(readSession(this.sessions, overTls(this.config))).forRoutes('api/{*path}');
  }
}
