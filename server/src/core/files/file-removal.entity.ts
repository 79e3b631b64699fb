import { Entity, Index } from 'typeorm';
import { flag, id, instant, integer } from '../database/columns.js';

/**
 * A file that must go: at once, because its record went, or at `dueAt`, unless a record takes it before. Written
 * before the file is, so that no file is ever without either.
 */
@Entity('file_removals')
@Index(['dueAt', 'id'])
export class FileRemoval {
  /** The file. */
  @id() id: string;
  @instant() dueAt: number;
  /** Being removed: no record can take it any more. */
  @flag() begun: boolean;
  @integer() attempts: number;
}
