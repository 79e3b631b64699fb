import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { LoggerModule } from 'nestjs-pino';
import { AuditModule } from './audit/audit.module.js';
import type { Clock } from './core/clock.js';
import type { Config } from './core/config/config.js';
import { CoreModule } from './core/core.module.js';
import { contractPipe } from './core/errors/contract.pipe.js';
import { ProblemFilter } from './core/errors/problem.filter.js';
import { FilesModule } from './core/files/files.module.js';
import { MailModule } from './core/mail/mail.module.js';
import { AnswerInterceptor } from './core/http/answers.js';
import { CustomersModule } from './customers/customers.module.js';
import { HoursModule } from './hours/hours.module.js';
import { logging } from './core/logging.js';
import { inRequest } from './core/request-context.js';
import { leafSources } from './leaf-sources.js';
import { OrdersModule } from './orders/orders.module.js';
import { ArticlesModule } from './articles/articles.module.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import { SlaModule } from './sla/sla.module.js';
import { HandoverModule } from './handover/handover.module.js';
import { CreditModule } from './credit/credit.module.js';
import { RefundsModule } from './refunds/refunds.module.js';
import { ConnectorsModule } from './connectors/connectors.module.js';
import { VisitsModule } from './visits/visits.module.js';
import { TranscriptsModule } from './transcripts/transcripts.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { RoutingModule } from './routing/routing.module.js';
import { MacrosModule } from './macros/macros.module.js';
import { RepliesModule } from './replies/replies.module.js';
import { SurveysModule } from './surveys/surveys.module.js';
import { AttachmentsModule } from './attachments/attachments.module.js';
import { ContactModule } from './contact/contact.module.js';
import { GreetingsModule } from './greetings/greetings.module.js';
import { KeepingModule } from './keeping/keeping.module.js';
import { ReturnsModule } from './returns/returns.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { DemoModule } from './demo/demo.module.js';
import { LiveModule } from './live/live.module.js';
import { SearchModule } from './search/search.module.js';
import { MergingModule } from './merging/merging.module.js';
import { TicketsModule } from './tickets/tickets.module.js';
import { StaffModule } from './staff/staff.module.js';
import { PolicyModule } from './policy/policy.module.js';
import { PrivacyModule } from './privacy/privacy.module.js';
import { keyStore, mainStore, searchStore } from './stores.js';

/** The only file that knows every feature. */
@Module({})
export class AppModule implements NestModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with({ config, main: mainStore, keys: keyStore, search: searchStore, ...(clock ? { clock } : {}) }),
        LoggerModule.forRoot(logging(config)),
        ScheduleModule.forRoot(),
        FilesModule,
        MailModule,
        AuditModule.with(leafSources),
        PolicyModule,
        PrivacyModule,
        StaffModule,
        HoursModule,
        SearchModule,
        CustomersModule,
        OrdersModule,
        ArticlesModule,
        ConversationsModule,
        SlaModule,
        AttachmentsModule,
        NoticesModule,
        RoutingModule,
        HandoverModule,
        VisitsModule,
        CreditModule,
        RefundsModule,
        ConnectorsModule,
        MergingModule,
        TicketsModule,
        TranscriptsModule,
        SurveysModule,
        RepliesModule,
        KeepingModule,
        ContactModule,
        GreetingsModule,
        MacrosModule,
        ReturnsModule,
        RequestsModule,
        LiveModule,
        ...(config.demo === true ? [DemoModule] : []),
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: contractPipe },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
      ],
    };
  }

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply((_request: unknown, _response: unknown, next: () => void) => inRequest(next)).forRoutes('{*path}');
  }
}
