import type { Decision } from '@candour/shared/policy.js';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PolicyService } from '../policy/policy.service.js';
import type { SweepStep } from './keepers.js';
import type { Candidate, DueAsk } from './record-keeper.js';

export interface Judged {
  readonly candidate: Candidate;
  readonly decision: Decision;
}

export const isDue = ({ decision }: Judged): boolean => decision.action !== 'keep';

/** Asks the policy about the records that may be due. The preview and the sweep ask here, and nowhere else. */
@Injectable()
export class DueService {
  constructor(private readonly policy: PolicyService) {}

  /** The next candidates of a step, decided as of `at`; fewer than `limit`: the step is at its end. */
  async look(
    em: EntityManager,
    { record, retentionClass }: SweepStep,
    at: number,
    { after, limit }: Pick<DueAsk, 'after' | 'limit'>,
  ): Promise<Judged[]> {
    const before = this.policy.dueBefore(retentionClass, at);
    const candidates = await record.due(em, { retentionClass, before, limit, ...(after ? { after } : {}) });
    return candidates.map((candidate) => ({
      candidate,
      decision: this.policy.decide(candidate.evidence, candidate.facts, at),
    }));
  }
}

/** The place behind a candidate, from which the next look goes on. */
export const behind = ({ id, evidence }: Candidate): NonNullable<DueAsk['after']> => ({
  anchorAt: evidence.anchorAt,
  id,
});
