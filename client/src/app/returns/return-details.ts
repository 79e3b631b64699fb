import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import type { ComponentType } from '@angular/cdk/overlay';
import type { Order } from '@candour/shared/orders.js';
import { Return, type ReturnMove, type ReturnMoveName } from '@candour/shared/returns.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { askedAgain } from '../core/order-news';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { OwedPanel } from '../refunds/owed-panel';
import { MoneyPipe } from '../ui/money';
import { TroubleNote } from '../ui/trouble-note';
import { deedsOf } from './return-form-rules';
import { GoodsDialog } from './goods-dialog';
import { PickupDialog } from './pickup-dialog';
import { ResolveDialog } from './resolve-dialog';
import { WhyDialog } from './why-dialog';
import type { MoveOf } from './move-of';

/** What a move has to be told beside its name. */
const dialogs: Partial<Readonly<Record<ReturnMoveName, ComponentType<unknown>>>> = {
  decline: WhyDialog,
  cancel: WhyDialog,
  write_off: WhyDialog,
  settle: WhyDialog,
  pickup: PickupDialog,
  receive: GoodsDialog,
  inspect: GoodsDialog,
  resolve: ResolveDialog,
};

/** One return: its goods with both verdicts, its fees, what was agreed, and what may be done with it now. */
@Component({
  selector: 'cd-return-details',
  imports: [MatButton, MoneyPipe, OwedPanel, TroubleNote],
  templateUrl: './return-details.html',
  styleUrl: './return-details.scss',
})
export class ReturnDetails {
  readonly id = input.required<string>();
  readonly order = input.required<Pick<Order, 'id' | 'number' | 'currency'>>();
  readonly conversationId = input<string>();
  readonly changed = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  protected readonly mayManage = inject(Session).can('return.manage');
  protected readonly return = httpResource(() => `/api/returns/${this.id()}`, { parse: as(Return) });
  protected readonly deeds = computed(() => (this.return.hasValue() ? deedsOf(this.return.value()) : []));
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);

  constructor() {
    askedAgain(() => this.order().id, this.return);
  }

  protected act(it: Return, name: ReturnMoveName): void {
    const asks = dialogs[name];
    if (name === 'approve') void this.move(it, { move: name });
    else if (asks) {
      const data: MoveOf = { of: it, name };
      const ref = this.dialog.open<unknown, MoveOf, boolean>(asks, { data, width: '640px', maxWidth: '96vw' });
      ref.afterClosed().subscribe((done) => {
        if (done) this.reload();
      });
    }
  }

  private async move({ id }: Return, move: ReturnMove): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await this.api.send('POST', `/api/returns/${id}/moves`, Return, move);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
      this.reload();
    }
  }

  protected reload(): void {
    this.return.reload();
    this.changed.emit();
  }
}
