import type { SetReply } from '@candour/shared/replies.js';
import { closing, opening } from './starting-set.manners.js';
import { aboutGoods } from './starting-set.goods.js';
import { aboutMatters } from './starting-set.matters.js';

/** The canned replies of a new desk, for the shop's topics in its four languages. Data: changed in the console. */
export const startingSet: readonly Omit<SetReply, 'shared'>[] = [
  ...opening,
  ...aboutGoods,
  ...aboutMatters,
  ...closing,
];
