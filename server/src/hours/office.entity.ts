import type { HolidayPlace, OpenHours } from '@candour/shared/hours.js';
import type { Language } from '@candour/shared/words.js';
import { Entity } from 'typeorm';
import { id, instant, integer, json, text } from '../core/database/columns.js';

/** Business hours for the conversations in some languages. Without a row the default stands. */
@Entity('offices')
export class OfficeRow {
  @id() id: string;
  /** Its place in the list that the administrator wrote. */
  @integer() place: number;
  /** IANA name. */
  @text() zone: string;
  @json() languages: Language[];
  @json() week: OpenHours[];
  @json({ nullable: true }) holidays: HolidayPlace | null;
  /** Days such as `2026-12-24`. */
  @json() closed: string[];
  @instant() setAt: number;
}
