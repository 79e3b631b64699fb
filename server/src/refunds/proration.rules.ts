/**
 * What an order's parts cost and what of them can be given back. All amounts are integer minor units of the order's
 * currency, with tax unless a name says otherwise. Nothing here asks what may be refunded, only how much that is.
 */

/** An order as far as its sums go, as the shop froze them. */
export interface PricedOrder {
  readonly taxesIncluded: boolean;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly lines: readonly PricedLine[];
}

export interface PricedLine {
  readonly id: string;
  readonly quantity: number;
  /** After the discounts that were allocated to this line; with the tax where the order's prices contain it. */
  readonly total: number;
  readonly tax: number;
}

/** What was paid for one part of an order, and what of that is tax. */
export interface Paid {
  readonly amount: number;
  readonly tax: number;
}

export interface PaidLine extends Paid {
  readonly id: string;
  readonly quantity: number;
}

/** The parts always add up to the order's total. */
export interface PaidOrder {
  readonly lines: readonly PaidLine[];
  readonly shipping: Paid;
  /** What stands neither in a line nor in the shipping: a tip, a rounding, a discount on nothing in particular. */
  readonly rest: Paid;
}

/** Discounts stay on the lines on which they were given: a line that goes back never changes what the others cost. */
export function paidOf(order: PricedOrder): PaidOrder {
  const onTop = (tax: number): number => (order.taxesIncluded ? 0 : tax);
  const lines = order.lines.map(({ id, quantity, total, tax }) => ({ id, quantity, amount: total + onTop(tax), tax }));
  const taxLeft = order.tax - sum(lines.map((line) => line.tax));
  // The tax that no line has is the shipping's; where nothing was shipped for money it belongs to the rest.
  const shippingTax = order.shipping > 0 && taxLeft > 0 ? taxLeft : 0;
  const shipping = { amount: order.shipping + onTop(shippingTax), tax: shippingTax };
  const rest = order.total - sum(lines.map((line) => line.amount)) - shipping.amount;
  return shared({ lines, shipping, rest: { amount: rest, tax: taxLeft - shippingTax } });
}

/**
 * A discount on nothing in particular lowers what each line cost, in proportion and once for all: it hangs on the order
 * as it was sold, never on what is still left of it. What the lines cannot bear the shipping does.
 */
function shared({ lines, shipping, rest }: PaidOrder): PaidOrder {
  if (rest.amount >= 0) return { lines, shipping, rest };
  const priced = sum(lines.map((line) => line.amount));
  const borne = Math.min(priced, -rest.amount);
  const amounts = spread(
    -borne,
    lines.map((line) => line.amount),
  );
  const taxes = spread(
    Math.max(rest.tax, -sum(lines.map((line) => line.tax))),
    lines.map((line) => line.tax),
  );
  const lower = lines.map((line, i) => ({ ...line, amount: line.amount + amounts[i]!, tax: line.tax + taxes[i]! }));
  const over = Math.min(-rest.amount - borne, shipping.amount);
  return {
    lines: lower,
    shipping: { amount: shipping.amount - over, tax: over === 0 ? shipping.tax : 0 },
    rest: { amount: rest.amount + borne + over, tax: rest.tax - sum(taxes) },
  };
}

/** Shares an amount out in proportion, cumulatively: the shares always add up to it. */
function spread(amount: number, weights: readonly number[]): number[] {
  const whole = sum(weights);
  if (whole <= 0) return weights.map(() => 0);
  let weight = 0;
  let before = 0;
  return weights.map((one) => {
    weight += one;
    const until = proportion(amount, weight, whole);
    const share = until - before;
    before = until;
    return share;
  });
}

/** What earlier refunds, settled or on their way, took of one line. */
export interface Taken extends Paid {
  readonly quantity: number;
}

export const nothingTaken: Taken = { quantity: 0, amount: 0, tax: 0 };

/**
 * What `quantity` more units of a line give back: the share of all units up to here, less what was given before. The
 * last unit so takes what rounding left over, and a whole line gives back what was paid for it, whichever way it went.
 * @throws RangeError when there are not so many units left; callers have checked that.
 */
export function shareOf(line: PaidLine, before: Taken, quantity: number): Paid {
  const until = before.quantity + quantity;
  if (!Number.isSafeInteger(quantity) || quantity < 1 || until > line.quantity) {
    throw new RangeError('More units than the line has left.');
  }
  return {
    amount: lessTaken(proportion(line.amount, until, line.quantity), before.amount),
    tax: lessTaken(proportion(line.tax, until, line.quantity), before.tax),
  };
}

/** A part of an amount that has no units, such as shipping: its tax goes with it in proportion, cumulatively too. */
export function partOf(paid: Paid, before: Paid, amount: number): Paid {
  if (!Number.isSafeInteger(amount) || amount < 1 || before.amount + amount > paid.amount) {
    throw new RangeError('More than is left of it.');
  }
  return { amount, tax: lessTaken(proportion(paid.tax, before.amount + amount, paid.amount), before.tax) };
}

/** `total * part / whole`, half away from zero, exactly: no fraction is ever held. */
export function proportion(total: number, part: number, whole: number): number {
  const product = 2n * BigInt(Math.abs(total)) * BigInt(part) + BigInt(whole);
  const rounded = Number(product / (2n * BigInt(whole)));
  return total < 0 ? -rounded : rounded;
}

/** Never below zero: somebody may have been given more than the share before, out of goodwill. */
const lessTaken = (share: number, taken: number): number => Math.max(0, share - taken);

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);
