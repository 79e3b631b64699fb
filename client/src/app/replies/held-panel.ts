import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { Words } from '../core/words';

const SHOWN = 12_000;

/** Tells the author of a scheduled reply, wherever they are, that it was held and why, with a way to it. */
@Injectable({ providedIn: 'root' })
export class HeldNotices {
  private readonly words = inject(Words);
  private readonly snack = inject(MatSnackBar);
  private readonly router = inject(Router);

  constructor() {
    const session = inject(Session);
    inject(Live).on('scheduled:changed', ({ conversationId, number, authorId, held }) => {
      if (held === undefined || authorId !== session.staff()?.id) return;
      // Where it is open, it stands above the composer.
      if (document.visibilityState === 'visible' && location.pathname.endsWith(conversationId)) return;
      const sentence = `${this.words.t('scheduled.heldIn', { number })} ${this.words.of('scheduledHeld', held)}`;
      this.snack
        .open(sentence, this.words.t('dueAlarm.open'), { duration: SHOWN })
        .onAction()
        .subscribe(() => void this.router.navigate(['/inbox', 'all', conversationId]));
    });
  }
}
