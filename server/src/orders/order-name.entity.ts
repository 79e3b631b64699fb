import { Entity, Index } from 'typeorm';
import { blind, id, instant } from '../core/database/columns.js';

/** One word of the name an order was placed under, as a keyed index; goes with the order's extras. */
@Entity('order_names')
@Index(['word', 'placedAt', 'orderId'])
export class OrderName {
  @id() orderId: string;
  @blind({ primary: true }) word: string;
  /** Of the order: the newest is found first. */
  @instant() placedAt: number;
}
