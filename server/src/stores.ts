import { AttachmentRecord } from './attachments/attachment.entity.js';
import { AuditLeaf } from './audit/audit-leaf.entity.js';
import { AuditCheckpoint, AuditNumbered, AuditSegment, AuditSequencerRow } from './audit/audit-log.entity.js';
import {
  ConversationParticipant,
  ConversationRecord,
  ConversationTag,
  Counter,
  EntryRecord,
  ForgottenVisitor,
} from './conversations/conversation.entity.js';
import { CustomerRecord, KeyMove } from './customers/customer.entity.js';
import { ShopTokenUsed } from './customers/shop-token.entity.js';
import { WishRecord } from './keeping/wish.entity.js';
import { MailThread, PassRow } from './contact/contact.entity.js';
import { GreetingRow } from './greetings/greeting.entity.js';
import { ArticleRecord, ArticleTextRecord, ArticleWord } from './articles/article.entity.js';
import { VerificationCode } from './customers/verification-code.entity.js';
import { FileRemoval } from './core/files/file-removal.entity.js';
import { IdempotencyRecord } from './core/idempotency/idempotency.entity.js';
import { MailRecord } from './core/mail/mail.entity.js';
import { DataKeyRow } from './core/vault/data-key.entity.js';
import type { Store } from './core/database/store.js';
import { AuditGuards1767225700000 as AuditGuardsPostgres } from './migrations/audit-guards.postgres.js';
import { AuditGuards1767225700000 as AuditGuardsSqlite } from './migrations/audit-guards.sqlite.js';
import { ConversationTags1767226000000 as ConversationTagsPostgres } from './migrations/conversation-tags.postgres.js';
import { ConversationTags1767226000000 as ConversationTagsSqlite } from './migrations/conversation-tags.sqlite.js';
import { EntryCommits1767225800000 } from './migrations/entry-commits.js';
import { EntryGuards1767225900000 as EntryGuardsPostgres } from './migrations/entry-guards.postgres.js';
import { EntryGuards1767225900000 as EntryGuardsSqlite } from './migrations/entry-guards.sqlite.js';
import * as keysPostgres from './migrations/keys.postgres.js';
import * as keysSqlite from './migrations/keys.sqlite.js';
import * as mainPostgres from './migrations/main.postgres.js';
import * as mainSqlite from './migrations/main.sqlite.js';
import * as searchPostgres from './migrations/search.postgres.js';
import * as searchSqlite from './migrations/search.sqlite.js';
import { SearchWords1767225700000 as SearchWordsPostgres } from './migrations/search-words.postgres.js';
import { SearchWords1767225700000 as SearchWordsSqlite } from './migrations/search-words.sqlite.js';
import { PolicyVersionRow } from './policy/policy-version.entity.js';
import { SellingEntityRow } from './policy/selling-entity.entity.js';
import { RetentionSweepRow } from './privacy/retention-sweep.entity.js';
import { CustomerMergeRow } from './merging/customer-merge.entity.js';
import { MergeDeed } from './merging/merge-deed.entity.js';
import { NoticeRow } from './notices/notice.entity.js';
import { VisitRow } from './visits/visit.entity.js';
import { OfficeRow } from './hours/office.entity.js';
import { ImportRecord } from './orders/import/import.entity.js';
import { AutomationMark, AutomationRow, AutomationRunRow } from './macros/automation.entity.js';
import { MacroRow } from './macros/macro.entity.js';
import { ReplyRow } from './replies/reply.entity.js';
import { ScheduledReplyRow } from './replies/scheduled-reply.entity.js';
import {
  ClaimRecord,
  ExchangeRecord,
  FreightClaimRecord,
  ReturnLineRecord,
  ReturnRecord,
} from './returns/return.entity.js';
import { SurveyRow } from './surveys/survey.entity.js';
import { StoreCreditEntry } from './credit/credit.entity.js';
import { OrderName } from './orders/order-name.entity.js';
import { OrderExtras, OrderLineRecord, OrderRecord } from './orders/order.entity.js';
import { InboundEvent } from './orders/inbound/inbound-event.entity.js';
import { PaymentRecord } from './orders/payments/payment.entity.js';
import { ShipmentRecord } from './orders/shipments/shipment.entity.js';
import { Passage, SearchDay, SearchGeneration } from './search/passage.entity.js';
import { ConnectorRow } from './connectors/connector.entity.js';
import { OrderChangeRecord } from './connectors/order-change.entity.js';
import { RefundAllocationRecord, RefundRecord } from './refunds/refund.entity.js';
import { SearchTodo } from './search/search-todo.entity.js';
import { SlaRow } from './sla/sla.entity.js';
import { DutyRow, OfferRow, RoutingRulesRow, TeamMemberRow, TeamRow } from './routing/routing.entity.js';
import { BlockRow } from './tickets/blocks.entity.js';
import { BulkDeed } from './tickets/bulk.entity.js';
import { TicketFieldRow, TicketValues } from './tickets/fields.entity.js';
import { TicketLinkRow } from './tickets/links.entity.js';
import { SavedViewRow } from './tickets/views.entity.js';
import { PrivacyRequestRow, RequestReadingRow, RequestSuggestionRow } from './requests/requests.entity.js';
import { RoleGrantRow } from './staff/role-grant.entity.js';
import { SignInLinkRow } from './staff/sign-in-link.entity.js';
import { SignInRow } from './staff/sign-in.entity.js';
import { StaffSessionRow } from './staff/staff-session.entity.js';
import { StaffRow } from './staff/staff.entity.js';

/** The desk's database: every entity of every feature. */
export const mainStore: Store = {
  name: 'main',
  entities: [
    FileRemoval,
    MailRecord,
    AuditLeaf,
    AuditSequencerRow,
    AuditSegment,
    AuditNumbered,
    AuditCheckpoint,
    PolicyVersionRow,
    SellingEntityRow,
    RetentionSweepRow,
    StaffRow,
    StaffSessionRow,
    RoleGrantRow,
    SignInLinkRow,
    SignInRow,
    OfficeRow,
    SearchTodo,
    CustomerRecord,
    KeyMove,
    ShopTokenUsed,
    VerificationCode,
    OrderRecord,
    OrderExtras,
    OrderName,
    StoreCreditEntry,
    OrderLineRecord,
    PaymentRecord,
    ShipmentRecord,
    InboundEvent,
    RefundRecord,
    RefundAllocationRecord,
    ConnectorRow,
    OrderChangeRecord,
    IdempotencyRecord,
    ImportRecord,
    ArticleRecord,
    ArticleTextRecord,
    ArticleWord,
    ConversationRecord,
    ConversationTag,
    ConversationParticipant,
    EntryRecord,
    Counter,
    ForgottenVisitor,
    SlaRow,
    NoticeRow,
    VisitRow,
    MergeDeed,
    CustomerMergeRow,
    BulkDeed,
    TicketFieldRow,
    TicketValues,
    SavedViewRow,
    TicketLinkRow,
    BlockRow,
    SurveyRow,
    PrivacyRequestRow,
    RequestSuggestionRow,
    RequestReadingRow,
    AttachmentRecord,
    TeamRow,
    TeamMemberRow,
    DutyRow,
    OfferRow,
    RoutingRulesRow,
    ReplyRow,
    ScheduledReplyRow,
    WishRecord,
    PassRow,
    MailThread,
    GreetingRow,
    ReturnRecord,
    ReturnLineRecord,
    ExchangeRecord,
    ClaimRecord,
    FreightClaimRecord,
    MacroRow,
    AutomationRow,
    AutomationRunRow,
    AutomationMark,
  ],
  migrations: {
    sqlite: [...Object.values(mainSqlite), AuditGuardsSqlite, EntryGuardsSqlite, ConversationTagsSqlite],
    postgres: [
      ...Object.values(mainPostgres),
      AuditGuardsPostgres,
      EntryCommits1767225800000,
      EntryGuardsPostgres,
      ConversationTagsPostgres,
    ],
  },
};

/** Data keys, apart from what they open: backed up on a short cycle of its own. */
export const keyStore: Store = {
  name: 'keys',
  entities: [DataKeyRow],
  migrations: { sqlite: Object.values(keysSqlite), postgres: Object.values(keysPostgres) },
};

/** The index of what was said: can be built anew from the log at any time, and is left out of backups. */
export const searchStore: Store = {
  name: 'search',
  mapped: true,
  entities: [Passage, SearchDay, SearchGeneration],
  migrations: {
    sqlite: [...Object.values(searchSqlite), SearchWordsSqlite],
    postgres: [...Object.values(searchPostgres), SearchWordsPostgres],
  },
};

export const stores = [mainStore, keyStore, searchStore] as const;
