import type { Reason } from '@candour/shared/policy.js';
import { stopOf } from './keeping.rules.js';

const NOW = 1_000;
const reason = (kind: Reason['kind'], until?: number): Reason => ({
  rule: kind,
  kind,
  clause: 'R36',
  verified: true,
  ...(until === undefined ? {} : { until }),
});

describe('The deletion of a transcript that its customer asks for', () => {
  for (const [why, reasons, expected] of [
    ['waits for nothing where only its purpose keeps it', [reason('purpose')], undefined],
    ['waits for a hold', [reason('purpose', 5_000), reason('hold', 3_000)], 'hold 3000'],
    ['waits for the longest', [reason('hold', 3_000), reason('law', 4_000)], 'law 4000'],
    ['waits for what has no known end above all', [reason('law', 4_000), reason('matter')], 'matter '],
    ['waits for a pending access', [reason('access')], 'access '],
    ['does not wait for what has ended', [reason('hold', 1_000), reason('matter', 999)], undefined],
    ['does not wait for what closes reasons', [reason('end', 9_000)], undefined],
  ] as const) {
    it(why, () => {
      const stop = stopOf({ reasons: [...reasons] }, NOW);
      expect(stop && `${stop.kind} ${stop.until ?? ''}`).toBe(expected);
    });
  }
});
