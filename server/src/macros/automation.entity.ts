import type { Conditions, Trigger } from '@candour/shared/automations.js';
import type { RefusalCode } from '@candour/shared/errors.js';
import type { TicketAction } from '@candour/shared/macros.js';
import { Entity, Index } from 'typeorm';
import { flag, id, idRef, instant, integer, json, text } from '../core/database/columns.js';

/** When something happens to a ticket, and it is like this, then do that. */
@Entity('automations')
export class AutomationRow {
  @id() id: string;
  @text() name: string;
  /** They run in this order. */
  @integer() place: number;
  @json() trigger: Trigger;
  @json() conditions: Conditions;
  @json() actions: TicketAction[];
  @flag() enabled: boolean;
  /** Counts its changes. */
  @integer() version: number;
  /** The version that was tried last; only that one may be switched on. */
  @integer({ nullable: true }) triedVersion: number | null;
  @instant() changedAt: number;
}

/** What an automation did, or was refused, and on which occasion: on none twice. */
@Entity('automation_runs')
@Index(['automationId', 'conversationId', 'occasion'], { unique: true })
// How much was done to one conversation lately.
@Index(['conversationId', 'at'])
// The log, newest first, of all or of one; and what is too old.
@Index(['at', 'id'])
@Index(['automationId', 'at', 'id'])
export class AutomationRunRow {
  @id() id: string;
  @idRef() automationId: string;
  @integer() version: number;
  @idRef() conversationId: string;
  /** The ticket's number, as people say it. */
  @integer() number: number;
  @text() occasion: string;
  @instant() at: number;
  @text() outcome: 'done' | 'refused';
  @text({ nullable: true }) because: RefusalCode | null;
  @json() did: TicketAction[];
}

/** Up to when it was looked at what happened: after a crash it is looked at again from there. */
@Entity('automation_marks')
export class AutomationMark {
  @id() id: string;
  @instant() at: number;
}
