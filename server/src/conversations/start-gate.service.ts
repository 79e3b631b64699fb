import type { Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';

/** Who begins a chat, and about what. */
export interface Beginning {
  readonly topic: Topic;
  readonly visitorId: string | undefined;
  /** The customer whom the shop's token names. */
  readonly customerId: string | undefined;
}

/** Where later features say who may not begin a chat, by throwing a refusal. */
@Injectable()
export class StartGateService {
  private readonly gates: ((who: Beginning) => Promise<void>)[] = [];

  register(gate: (who: Beginning) => Promise<void>): void {
    this.gates.push(gate);
  }

  async pass(who: Beginning): Promise<void> {
    for (const gate of this.gates) await gate(who);
  }
}
