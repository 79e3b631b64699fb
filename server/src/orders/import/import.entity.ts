import type { ImportFault, ImportFormat } from '@candour/shared/imports.js';
import { Entity, Index } from 'typeorm';
import { id, idRef, instant, integer, json, text } from '../../core/database/columns.js';

/** A file of orders that was taken in: how far it came and what was wrong with it; nothing of its content. */
@Entity('imports')
@Index(['startedAt', 'id'])
export class ImportRecord {
  @id() id: string;
  @text() name: string;
  @text() format: ImportFormat;
  @text() status: 'running' | 'done' | 'failed';
  /** The member of staff; null: the command line. */
  @idRef({ nullable: true }) startedBy: string | null;
  @instant() startedAt: number;
  /** Its last sign of life. */
  @instant() activeAt: number;
  @instant({ nullable: true }) finishedAt: number | null;
  @integer() read: number;
  @integer() created: number;
  @integer() updated: number;
  @integer() unchanged: number;
  @integer() failed: number;
  /** The first 1,000 of `faultCount`. */
  @json() faults: ImportFault[];
  @integer() faultCount: number;
}
