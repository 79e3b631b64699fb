import type { ChatQueue } from '@candour/shared/live.js';
import type { OfferGone } from '@candour/shared/routing.js';

/** A chat is held for somebody. */
export class Offered {
  constructor(
    readonly staffId: string,
    readonly conversationId: string,
    readonly endsAt: number,
    readonly ofMs: number,
  ) {}
}

export class OfferEnded {
  constructor(
    readonly staffId: string,
    readonly conversationId: string,
    readonly why: OfferGone['why'],
  ) {}
}

/** Somebody's presence, capacity or load is another one. */
export class DutyChanged {
  constructor(readonly staffId: string) {}
}

/** Places in the queue that are others than their customers were told. Told on each node to its own. */
export class PlacesChanged {
  constructor(readonly places: readonly (readonly [conversationId: string, place: ChatQueue])[]) {}
}

/** Who is in which team is another than it was, as far as this node knows. */
export class TeamsChanged {
  /** @param teamIds those there are now. */
  constructor(readonly teamIds: readonly string[]) {}
}
