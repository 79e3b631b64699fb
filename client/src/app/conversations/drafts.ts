import { Injectable, inject } from '@angular/core';
import { Session } from '../core/session';
import { store, stored } from '../core/storage';

export type DraftKind = 'message' | 'note';
const keyOf = (conversationId: string, kind: DraftKind): string => `candour.draft.${kind}.${conversationId}`;

/** What was begun and not sent, per conversation, in this tab only; gone when the person signs out. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  constructor() {
    inject(Session).left.subscribe((by) => {
      if (by !== 'signed-out' && by !== 'disabled') return;
      for (const key of Object.keys(sessionStorage)) if (key.startsWith('candour.draft.')) store(key, null, 'session');
    });
  }

  of(conversationId: string, kind: DraftKind): string {
    return stored(keyOf(conversationId, kind), 'session') ?? '';
  }

  keep(conversationId: string, kind: DraftKind, text: string): void {
    store(keyOf(conversationId, kind), text === '' ? null : text, 'session');
  }
}
