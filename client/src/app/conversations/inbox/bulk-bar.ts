import { Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { Selection } from './selection';
import { grouped, type TicketDeed } from '../ticket/ticket-deeds';

/** What is done to the chosen rows together, and for ten seconds its undoing. */
@Component({
  selector: 'cd-bulk-bar',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, TroubleNote],
  templateUrl: './bulk-bar.html',
  styleUrl: './bulk-bar.scss',
})
export class BulkBar {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly selection = inject(Selection);
  protected readonly bar = computed(() => this.selection.deeds().filter(({ place }) => place === 'bar'));
  protected readonly menu = computed(() => grouped(this.selection.deeds()));

  protected word({ id }: TicketDeed): string {
    return this.t(`deed.${id}`);
  }
}
