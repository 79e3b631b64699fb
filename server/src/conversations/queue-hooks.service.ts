import { Refused } from '@candour/shared/errors.js';
import type { Channel, Language, Topic } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/database.js';

/** What the routing adds to the conversations' own units. It is there before the first is asked. */
export interface Routes {
  /** The team that a new conversation belongs to, from memory. */
  teamFor(topic: Topic, language: Language): string | null;
  /** Somebody takes a conversation by hand: refuses, or lets go of what was held for others. */
  taking(tx: Tx, conversationId: string, staffId: string): Promise<void>;
  /** A ticket (no chat) that somebody had is put back into a queue by hand. */
  givenBack(tx: Tx, conversationId: string, staffId: string): Promise<void>;
  /** Whether there is such a team, as the unit sees it. */
  isTeam(tx: Tx, teamId: string): Promise<boolean>;
}

/** The routing stands above the conversations, which do not know it: it registers here when its module starts. */
@Injectable()
export class QueueHooks {
  private routes: Routes | undefined;

  register(routes: Routes): void {
    this.routes = routes;
  }

  teamFor(topic: Topic, language: Language): string | null {
    return this.routes?.teamFor(topic, language) ?? null;
  }

  /** @throws Refused `team-unknown` for one that never was or is no more. */
  async requireTeams(tx: Tx, teamIds: Iterable<string | null | undefined>): Promise<void> {
    for (const teamId of new Set(teamIds)) {
      if (typeof teamId === 'string' && !(await this.routes?.isTeam(tx, teamId))) throw new Refused('team-unknown');
    }
  }

  async taking(tx: Tx, conversationId: string, staffId: string): Promise<void> {
    await this.routes?.taking(tx, conversationId, staffId);
  }

  /** @param before the row as it stands, with whoever has it */
  async givenBack(
    tx: Tx,
    { id, channel, assigneeId }: { id: string; channel: Channel; assigneeId: string | null },
  ): Promise<void> {
    if (channel !== 'chat' && assigneeId !== null) await this.routes?.givenBack(tx, id, assigneeId);
  }
}
