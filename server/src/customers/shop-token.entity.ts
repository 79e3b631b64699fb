import { Entity, Index } from 'typeorm';
import { blind, instant } from '../core/database/columns.js';

/** A shop's token that was presented: kept until it has expired, so that nobody presents it again. */
@Entity('shop_tokens_used')
@Index(['expiresAt'])
export class ShopTokenUsed {
  /** SHA-256 of its `jti`. */
  @blind({ primary: true }) digest: string;
  @instant() expiresAt: number;
}
