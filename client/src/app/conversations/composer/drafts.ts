import { Injectable, inject } from '@angular/core';
import { Session } from '../../core/session';
import { store, stored } from '../../core/storage';

export type DraftKind = 'message' | 'note';
/** Whose drafts they are. */
const OWNER = 'candour.drafts-of';
const keyOf = (conversationId: string, kind: DraftKind): string => `candour.draft.${kind}.${conversationId}`;

/** What was begun and not sent, per conversation, in this tab only; gone when the person signs out. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Session);

  constructor() {
    this.session.left.subscribe((by) => {
      if (by === 'signed-out' || by === 'disabled') this.drop();
    });
  }

  /** A locked desk keeps what was begun for the one who locked it, and for nobody else. */
  private claim(): void {
    const me = this.session.staff()?.id;
    if (me === undefined) return;
    const before = stored(OWNER, 'session');
    if (before === me) return;
    if (before) this.drop();
    store(OWNER, me, 'session');
  }

  private drop(): void {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('candour.draft.')) store(key, null, 'session');
    store(OWNER, null, 'session');
  }

  of(conversationId: string, kind: DraftKind): string {
    this.claim();
    return stored(keyOf(conversationId, kind), 'session') ?? '';
  }

  keep(conversationId: string, kind: DraftKind, text: string): void {
    this.claim();
    store(keyOf(conversationId, kind), text === '' ? null : text, 'session');
  }
}
