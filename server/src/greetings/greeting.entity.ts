import type { Language, Topic } from '@candour/shared/words.js';
import { Entity } from 'typeorm';
import { flag, id, instant, integer, json, text } from '../core/database/columns.js';

/** Where, when and with which words the widget greets. At most twelve: they are read whole. */
@Entity('greetings')
export class GreetingRow {
  @id() id: string;
  /** The first that fits a page counts. */
  @integer() place: number;
  /** Path of the shop's page; `*` stands for anything. */
  @text() path: string;
  /** Seconds on the page. */
  @integer() after: number;
  @flag() whileOpen: boolean;
  @flag() active: boolean;
  @text({ nullable: true }) topic: Topic | null;
  @json() words: Partial<Record<Language, string>>;
  @instant() changedAt: number;
}
