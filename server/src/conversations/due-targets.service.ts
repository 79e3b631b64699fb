import type { SlaPreview } from '@candour/shared/sla.js';
import { Injectable } from '@nestjs/common';
import { DueStands } from './due-stands.js';
import { DueWatch } from './due-watch.js';
import { Dues, type DueRule } from './dues.js';

export type { DueEvidence, DueRule } from './dues.js';

/** The door of whoever knows the targets: conversations know none. */
@Injectable()
export class DueTargetsService {
  constructor(
    private readonly dues: Dues,
    private readonly watch: DueWatch,
    private readonly stands: DueStands,
  ) {}

  use(rule: DueRule): void {
    this.dues.use(rule);
  }

  /** Tells of what has become at risk or late; answers of how many. */
  ring(): Promise<number> {
    return this.watch.ring();
  }

  /** How everything under way stands by the targets in force, and would by another rule. */
  compare(then: DueRule['due']): Promise<SlaPreview> {
    return this.stands.compare((evidence) => this.dues.of(evidence), then);
  }

  /** Counts everything under way anew; answers how many differ. */
  recount(stopping: () => boolean): Promise<number> {
    return this.watch.recount(stopping);
  }
}
