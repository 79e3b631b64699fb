import { Component, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { OrderMatch } from '@candour/shared/customers.js';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';
import { When } from '../ui/when';
import { OrderDetails } from './order-details';

/** The orders that go with a customer; those found by a mere claim stand under "do not disclose". */
@Component({
  selector: 'cd-order-panel',
  imports: [MatButton, MatIcon, MoneyPipe, OrderDetails, RouterLink, When],
  templateUrl: './order-panel.html',
  styleUrl: './order-panel.scss',
})
export class OrderPanel {
  readonly matches = input.required<readonly OrderMatch[]>();
  readonly linkedOrderId = input<string>();
  readonly conversationId = input<string>();
  readonly canLink = input(false);
  readonly busy = input(false);
  /** The order to link, or null to take the link away. */
  readonly link = output<string | null>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly shown = signal<string | undefined>(undefined);

  protected toggle(id: string): void {
    this.shown.update((shown) => (shown === id ? undefined : id));
  }

  protected hidden(): boolean {
    return this.matches().some((match) => !match.disclose);
  }
}
