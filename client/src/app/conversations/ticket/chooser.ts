import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Deed } from '@candour/shared/deeds.js';
import { firstValueFrom } from 'rxjs';
import type { About, Question } from './choose-dialog';
import type { Choice } from './ticket-deeds';

/** Asks what a deed needs to know, in one list that is narrowed by typing. */
@Injectable({ providedIn: 'root' })
export class Chooser {
  private readonly dialog = inject(MatDialog);

  /** @returns nothing where nothing was chosen. */
  async choose(choice: Choice, about: About): Promise<Deed | undefined> {
    const { ChooseDialog } = await import('./choose-dialog');
    const ref = this.dialog.open<unknown, Question, Deed>(ChooseDialog, {
      data: { choice, about },
      position: { top: '12vh' },
      width: '420px',
      ariaLabelledBy: 'choose-title',
    });
    return firstValueFrom(ref.afterClosed());
  }
}
