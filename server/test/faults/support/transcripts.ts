import type { Entry } from '@candour/shared/conversations.js';
import type { SteadyClient } from './steady-client.js';

export interface Faults {
  lost: number;
  doubled: number;
  gaps: number;
  reordered: number;
}

/** Holds what two clients were told against what the server has stored of their conversation. */
export function compare(stored: readonly Entry[], clients: readonly SteadyClient[], faults: Faults): void {
  const bySeq = new Map(stored.map((entry) => [entry.seq, entry]));
  stored.forEach((entry, i) => {
    if (entry.seq !== i + 1) faults.gaps++;
  });
  const times = new Map<string, number>();
  for (const { clientId } of stored) if (clientId) times.set(clientId, (times.get(clientId) ?? 0) + 1);
  for (const count of times.values()) if (count > 1) faults.doubled += count - 1;
  for (const client of clients) {
    let before = 0;
    for (const [clientId, seq] of client.acknowledged) {
      if (bySeq.get(seq)?.clientId !== clientId) faults.lost++;
    }
    for (const [clientId, seq] of inOrderOfSending(client)) {
      if (seq < before) faults.reordered++;
      before = seq;
      if (!clientId) faults.lost++;
    }
    // What the client itself was shown: the same entries under the same numbers.
    for (const entry of stored) if (client.transcript.get(entry.seq)?.id !== entry.id) faults.reordered++;
  }
}

const inOrderOfSending = (client: SteadyClient): [string, number][] =>
  [...client.acknowledged].sort(([a], [b]) => numberOf(a) - numberOf(b));

const numberOf = (clientId: string): number => Number(clientId.slice(clientId.lastIndexOf('-') + 1));
