import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Colleagues } from '@candour/shared/deeds.js';
import { priorities } from '@candour/shared/tickets.js';
import { topics } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { Selection } from './selection';
import { SnoozeMenu } from './snooze-menu';

/** What is done to the chosen rows together, and for ten seconds its undoing. */
@Component({
  selector: 'cd-bulk-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, SnoozeMenu, TroubleNote],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly selection = inject(Selection);
  protected readonly priorities = priorities;
  protected readonly topics = topics;
  private readonly known = httpResource(() => (this.selection.count() > 0 ? '/api/tickets/colleagues' : undefined), {
    parse: as(Colleagues),
  });

  protected colleagues(): { id: string; name: string }[] {
    return this.known.hasValue() ? this.known.value() : [];
  }
}
