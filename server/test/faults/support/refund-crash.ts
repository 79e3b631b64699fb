import { TestClock } from '../../../src/core/clock.testing.js';
import type { PaymentProvider, RefundOrder } from '../../../src/providers/payment-provider.js';
import { SandboxProvider } from '../../../src/providers/sandbox-provider.js';
import { RefundMoves } from '../../../src/refunds/refund-moves.service.js';
import { RefundsWorker } from '../../../src/refunds/refunds.worker.js';
import { RefundDesk } from './refund-desk.js';
import { SandboxRemote } from './sandbox-remote.js';

/*
 * One life of a desk: settles what the life before left behind, asks for one refund, and kills itself with -9 at the
 * point named; without a point it settles and ends. Started by `faults refunds`, never by hand.
 */
export const crashPoints = [
  'before-claim',
  'after-claim',
  'before-effect',
  'after-effect',
  'before-note',
  'after-note',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

export interface Life {
  readonly environment: Readonly<Record<string, string>>;
  readonly now: number;
  readonly orderId?: string | undefined;
  readonly point?: CrashPoint | undefined;
  readonly sandbox: { readonly url: string; readonly token: string };
}

const dead = (): void => void process.kill(process.pid, 'SIGKILL');

process.once('message', (life: Life) => {
  live(life).then(
    (left) => process.send?.({ left }, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function live({ environment, now, orderId, point, sandbox }: Life): Promise<number> {
  const desk = await RefundDesk.open(environment, new TestClock(now));
  const left = await desk.settle();
  if (point !== undefined && orderId !== undefined) {
    arm(desk, point, new SandboxRemote(sandbox.url, sandbox.token));
    const made = await desk.refund(orderId, ({ lines }) => {
      const line = lines.find(({ quantity, amount }) => quantity > 0 && amount > 0);
      return line && { scope: 'parts', parts: [{ kind: 'line', lineId: line.lineId, quantity: 1 }] };
    });
    if (made.length === 0) throw new Error(`Nothing could be refunded at ${point}.`);
    // The desk's own loop may have it already: whoever comes first dies.
    for (;;) {
      await desk.get(RefundsWorker).pass();
      if (point === 'after-note' && (await desk.waiting()).length === 0) dead();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  await desk.close();
  return left;
}

function arm(desk: RefundDesk, point: CrashPoint, sandbox: SandboxRemote): void {
  if (point === 'before-claim') {
    const moves = desk.get(RefundMoves);
    const apply = moves.apply.bind(moves);
    moves.apply = async (tx, refund, event, news) => {
      const state = await apply(tx, refund, event, news);
      if (event === 'submit') dead();
      return state;
    };
    return;
  }
  const provider: PaymentProvider = desk.get(SandboxProvider);
  const refund = provider.refund.bind(provider);
  provider.refund = async (order: RefundOrder) => {
    if (point === 'after-claim') dead();
    if (point === 'before-effect') await sandbox.faults('timeout-before');
    if (point === 'after-effect') await sandbox.faults('timeout-after');
    const asked = refund(order);
    asked.catch(() => undefined);
    if (point === 'before-effect') await new Promise((resolve) => setTimeout(resolve, 20)).then(dead);
    if (point === 'after-effect') {
      while (!(await sandbox.ledger()).refunds.some(({ metadata }) => metadata.refund === order.refundId));
      dead();
    }
    const answer = await asked;
    if (point === 'before-note') dead();
    return answer;
  };
}
