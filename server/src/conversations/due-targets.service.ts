import { Injectable } from '@nestjs/common';
import { DueWatch } from './due-watch.js';
import { Dues, type DueRule } from './dues.js';

export type { DueEvidence, DueRule } from './dues.js';

/** The door of whoever knows the targets: conversations know none. */
@Injectable()
export class DueTargetsService {
  constructor(
    private readonly dues: Dues,
    private readonly watch: DueWatch,
  ) {}

  use(rule: DueRule): void {
    this.dues.use(rule);
  }

  /** Tells of what has become at risk or late; answers of how many. */
  ring(): Promise<number> {
    return this.watch.ring();
  }

  /** Counts everything under way anew; answers how many differ. */
  recount(stopping: () => boolean): Promise<number> {
    return this.watch.recount(stopping);
  }
}
