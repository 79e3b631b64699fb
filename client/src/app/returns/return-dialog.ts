import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { newId } from '@candour/shared/ids.js';
import {
  Return,
  Returnable,
  ReturnPreview,
  returnMethods,
  returnReasons,
  returnResolutions,
  type LineVerdict,
  type ReturnableLine,
  type ReturnAsk,
  type ReturnMethod,
  type ReturnResolution,
} from '@candour/shared/returns.js';
import { Api, as } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { MoneyPipe } from '../ui/money';
import { Sending } from '../ui/sending';
import { TroubleNote } from '../ui/trouble-note';
import { asksOf, unchosen, type ChosenLine, type ReturnOf } from './return-form-rules';

/** Between what was chosen and the question what it comes to, in milliseconds. */
const PAUSE = 250;

/** A return in the customer's name: lines, reasons, the way back; what law and shop say of it, and what it costs. */
@Component({
  selector: 'cd-return-dialog',
  imports: [DialogForm, MoneyPipe, TroubleNote],
  templateUrl: './return-dialog.html',
  styleUrl: './goods-dialog.scss',
})
export class ReturnDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<ReturnDialog, string>>(MatDialogRef);
  protected readonly of = inject<ReturnOf>(MAT_DIALOG_DATA);
  protected readonly reasons = returnReasons;
  protected readonly methods = returnMethods;
  protected readonly resolutions = returnResolutions;
  protected readonly returnable = httpResource(() => `/api/returns/returnable?orderId=${this.of.orderId}`, {
    parse: as(Returnable),
  });
  private readonly chosen = signal<ReadonlyMap<string, ChosenLine>>(new Map());
  protected readonly withdrawal = signal(false);
  protected readonly method = signal<ReturnMethod>('drop_off');
  protected readonly wanted = signal<ReturnResolution>('refund');
  protected readonly preview = signal<ReturnPreview | undefined>(undefined);
  protected readonly refusal = signal<Trouble | undefined>(undefined);
  protected readonly sending = new Sending();
  /** One for the intent, not for the click. */
  private readonly clientId = newId();
  private asked = 0;

  protected readonly ask = computed((): ReturnAsk | undefined => {
    if (!this.returnable.hasValue()) return undefined;
    const lines = asksOf(this.returnable.value().lines, this.chosen());
    if (lines.length === 0) return undefined;
    const { orderId, conversationId } = this.of;
    return {
      ...{ clientId: this.clientId, orderId, lines, method: this.method(), wanted: this.wanted() },
      kind: this.withdrawal() ? 'withdrawal' : 'return',
      ...(conversationId === undefined ? {} : { conversationId }),
    };
  });

  constructor() {
    effect((done) => {
      const ask = this.ask();
      const turn = ++this.asked;
      this.refusal.set(undefined);
      if (!ask) return this.preview.set(undefined);
      const timer = setTimeout(() => void this.look(ask, turn), PAUSE);
      done(() => clearTimeout(timer));
    });
  }

  protected line(line: ReturnableLine): ChosenLine {
    return this.chosen().get(line.lineId) ?? unchosen;
  }

  protected choose(line: ReturnableLine, to: Partial<ChosenLine>): void {
    this.chosen.update((chosen) => new Map([...chosen, [line.lineId, { ...this.line(line), ...to }]]));
  }

  protected units(line: ReturnableLine, text: string): void {
    this.choose(line, { quantity: Math.max(0, Math.trunc(Number(text) || 0)) });
  }

  protected because(line: ReturnableLine, text: string): void {
    this.choose(line, { reason: returnReasons.find((one) => one === text) ?? 'other' });
  }

  protected by(text: string): void {
    this.method.set(returnMethods.find((one) => one === text) ?? 'drop_off');
  }

  protected wish(text: string): void {
    this.wanted.set(returnResolutions.find((one) => one === text) ?? 'refund');
  }

  protected verdictOf({ lineId }: ReturnableLine): LineVerdict | undefined {
    return this.preview()?.lines.find((line) => line.lineId === lineId)?.verdict;
  }

  protected send(): Promise<void> {
    return this.sending.send(this.ask(), async (ask) => {
      this.ref.close((await this.api.send('POST', '/api/returns', Return, ask)).id);
    });
  }

  private async look(ask: ReturnAsk, turn: number): Promise<void> {
    try {
      const shown = await this.api.send('POST', '/api/returns/preview', ReturnPreview, ask);
      if (turn === this.asked) this.preview.set(shown);
    } catch (error) {
      if (turn === this.asked) this.refusal.set(troubleOf(error));
    }
  }
}
