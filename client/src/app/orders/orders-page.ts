import {
  Component,
  ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { OrderSummary } from '@candour/shared/orders.js';
import { pageOf } from '@candour/shared/paging.js';
import { pagedList } from '../core/pages';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { MoneyPipe } from '../ui/money';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

@Component({
  selector: 'cd-orders-page',
  imports: [Empty, MatButton, MatIcon, MoneyPipe, RouterLink, TableGhost, TroubleNote, When],
  templateUrl: './orders-page.html',
  styleUrl: './orders-page.scss',
})
export default class OrdersPage {
  /** What is looked for; in the address, so that a search can be gone back to. */
  readonly q = input<string>();
  /** Put the caret into the search at once. */
  readonly find = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly router = inject(Router);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  protected readonly mayImport = inject(Session).can('order.import');
  protected readonly asked = computed(() => this.q()?.trim() ?? '');
  protected readonly text = linkedSignal(() => this.asked());
  protected readonly orders = pagedList(
    '/api/orders',
    pageOf(OrderSummary),
    computed(() => ({ q: this.asked() })),
  );

  constructor() {
    afterNextRender(() => {
      if (this.find() !== undefined) this.field().nativeElement.focus();
    });
  }

  protected search(event: Event): void {
    event.preventDefault();
    const q = this.text().trim();
    void this.router.navigate([], { queryParams: { q: q === '' ? null : q, find: null } });
  }
}
