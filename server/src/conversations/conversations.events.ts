import type { AnswerBy, ConversationRow, Entry } from '@candour/shared/conversations.js';
import type { SurveyState } from '@candour/shared/surveys.js';
import type { DueAlarm } from '@candour/shared/sla.js';
import { forCustomer, previewOf } from './conversation.rules.js';
import type { SeenBy } from './scope.rules.js';

/** An entry was committed. `clientId` tells the sender's own sockets that they have it already. */
export class EntryPosted {
  constructor(
    readonly conversationId: string,
    readonly entry: Entry,
    /** Socket that is answered by its ack and needs no copy. */
    readonly from?: string,
  ) {}

  /** The entry as its customer may see it. */
  forCustomer(): Entry {
    return forCustomer(this.entry);
  }
}

/** Columns of a conversation changed; what is named in `row` is what changed. */
export class ConversationChanged {
  constructor(
    readonly id: string,
    readonly row: Partial<ConversationRow>,
    readonly seenBy: SeenBy,
    readonly fresh = false,
    /** The newest message, whose beginning the row shows. */
    readonly words?: string,
  ) {}

  /** Made when somebody looks, which for most messages is nobody. */
  preview(): Partial<ConversationRow> {
    return this.words === undefined ? {} : { preview: previewOf(this.words) };
  }
}

/** Something the desk owes is at risk or late. */
export class DueAlarmed {
  constructor(
    readonly alarm: DueAlarm,
    readonly seenBy: SeenBy,
  ) {}
}

export class ConversationRead {
  constructor(
    readonly conversationId: string,
    readonly by: 'customer' | 'staff',
    readonly seq: number,
  ) {}
}

/** What the customer may know of a change: who took it, its state, their verification level. */
export class CustomerSideChanged {
  constructor(
    readonly conversationId: string,
    readonly change: {
      readonly codeWanted?: boolean;
      readonly level?: number;
      readonly survey?: SurveyState;
      readonly answerBy?: AnswerBy;
    },
  ) {}
}

/** It was deleted before its time, because its customer asked. */
export class ConversationErased {
  constructor(readonly conversationId: string) {}
}

/** A browser is in another conversation than it shows: one was merged, or is apart again. */
export class GoesOnElsewhere {
  constructor(
    readonly visitorId: string,
    /** The one that it shows. */
    readonly conversationId: string,
    /** It may not read that one any more. */
    readonly leaves = false,
  ) {}
}
