import { Entity, Index } from 'typeorm';
import { id, instant, integer, json, text } from '../core/database/columns.js';

/** Where a sweep is: the step by its key, null before the first, and the last candidate looked at. */
export interface SweepPosition {
  readonly step: string | null;
  readonly after?: { readonly anchorAt: number; readonly id: string };
}

/** One run over everything whose time may be over. Counts and position move with the rows that each batch removes. */
@Entity('retention_sweeps')
@Index(['finishedAt'])
export class RetentionSweepRow {
  @id() id: string;
  /** `schedule:2026-01-15`, or the id of a sweep that somebody asked for: one night is swept once. */
  @text({ unique: true }) slot: string;
  @text() by: 'schedule' | 'staff';
  /** What is due at this instant goes. */
  @instant() at: number;
  @instant() startedAt: number;
  @instant({ nullable: true }) finishedAt: number | null;
  /** Who runs it, and until when nobody else may take it over. */
  @text() holder: string;
  @instant() heldUntil: number;
  @json() position: SweepPosition;
  @integer() deleted: number;
  @integer() anonymised: number;
  @integer() kept: number;
  @integer() rows: number;
}
