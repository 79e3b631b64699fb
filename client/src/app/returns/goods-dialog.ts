import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { ReturnLine } from '@candour/shared/returns.js';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { Sending } from '../ui/sending';
import { findingOf, goodsOf, places, receiptOf, type Goods, type Place } from './return-form-rules';
import { ReturnMoves, type MoveOf } from './move-of';

const acceptances = ['accepted', 'rejected', 'manual_review'] as const;

/** The goods that came in, line by line; and later what was found of them, and where each unit goes. */
@Component({
  selector: 'cd-goods-dialog',
  imports: [DialogForm],
  templateUrl: './goods-dialog.html',
  styleUrl: './goods-dialog.scss',
})
export class GoodsDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly ref = inject<MatDialogRef<GoodsDialog, boolean>>(MatDialogRef);
  private readonly moves = inject(ReturnMoves);
  protected readonly data = inject<MoveOf>(MAT_DIALOG_DATA);
  protected readonly inspecting = this.data.name === 'inspect';
  protected readonly places = places;
  protected readonly acceptances = acceptances;
  protected readonly lines = this.data.of.lines.filter(({ acceptance, quantity, received }) =>
    this.inspecting ? acceptance === 'pending' || acceptance === 'manual_review' : quantity > received,
  );
  private readonly goods = signal<ReadonlyMap<string, Goods>>(
    new Map(this.lines.map((line) => [line.lineId, goodsOf(line)])),
  );
  protected readonly sending = new Sending();
  protected readonly move = computed(() =>
    this.inspecting ? findingOf(this.lines, this.goods()) : receiptOf(this.lines, this.goods()),
  );

  protected of(line: ReturnLine): Goods {
    return this.goods().get(line.lineId) ?? goodsOf(line);
  }

  protected count(line: ReturnLine, which: 'received' | 'damaged', text: string): void {
    this.change(line, { [which]: unitsOf(text) });
  }

  protected judge(line: ReturnLine, text: string): void {
    this.change(line, { acceptance: acceptances.find((one) => one === text) ?? 'manual_review' });
  }

  protected place(line: ReturnLine, place: Place, text: string): void {
    this.change(line, { units: new Map([...this.of(line).units, [place, unitsOf(text)]]) });
  }

  protected send(): Promise<void> {
    return this.sending.send(this.move(), async (move) => {
      await this.moves.make(this.data, move);
      this.ref.close(true);
    });
  }

  private change(line: ReturnLine, to: Partial<Goods>): void {
    this.goods.update((goods) => new Map([...goods, [line.lineId, { ...this.of(line), ...to }]]));
  }
}

const unitsOf = (text: string): number => Math.max(0, Math.trunc(Number(text) || 0));
