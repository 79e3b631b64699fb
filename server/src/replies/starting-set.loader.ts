import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { RepliesService } from './replies.service.js';
import { startingSet } from './starting-set.js';

/** A new desk begins with something to say. */
@Injectable()
export class StartingSetLoader implements OnApplicationBootstrap {
  constructor(private readonly replies: RepliesService) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.replies.begin(system('replies'), startingSet);
  }
}
