import type { Sla } from '@candour/shared/sla.js';
import { Entity } from 'typeorm';
import { id, instant, json } from '../core/database/columns.js';

/** What the administrator set; without a row those of the house stand. */
@Entity('sla_targets')
export class SlaRow {
  /** There is one row: `desk`. */
  @id() id: string;
  @json() targets: Sla;
  @instant() setAt: number;
}
