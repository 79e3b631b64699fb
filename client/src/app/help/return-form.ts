import { HttpClient } from '@angular/common/http';
import { Component, ElementRef, computed, effect, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { OwnReturn, OwnReturns } from '@candour/shared/own-returns.js';
import {
  returnMethods,
  ReturnPreview,
  returnReasons,
  returnResolutions,
  type LineVerdict,
  type ReturnableLine,
  type ReturnMethod,
  type ReturnReason,
  type ReturnResolution,
} from '@candour/shared/returns.js';
import { firstValueFrom } from 'rxjs';
import { Dates } from '../core/dates';
import { troubleOf } from '../core/problems';
import { Words } from '../core/words';
import { MoneyPipe } from '../ui/money';
import { TroubleNote } from '../ui/trouble-note';
import { newFormId } from './form-fields';

interface Chosen {
  readonly quantity: number;
  readonly reason: ReturnReason;
  readonly opened: boolean;
  readonly note: string;
}

const unchosen: Chosen = { quantity: 0, reason: 'changed-mind', opened: false, note: '' };

/** What of an order comes back: lines, why, and what law and shop say of it, the law first. */
@Component({
  selector: 'cd-return-form',
  imports: [MatButton, MoneyPipe, RouterLink, TroubleNote],
  templateUrl: './return-form.html',
  styleUrl: './return-form.scss',
})
export class ReturnForm {
  readonly token = input.required<string>();
  readonly lost = output<unknown>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly http = inject(HttpClient);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  protected readonly reasons = returnReasons;
  protected readonly methods = returnMethods;
  protected readonly own = signal<OwnReturns | undefined>(undefined);
  protected readonly made = signal<OwnReturn | undefined>(undefined);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly sending = signal(false);
  protected readonly checking = signal(false);
  protected readonly method = signal<ReturnMethod>('drop_off');
  private readonly chosen = signal<Readonly<Record<string, Chosen>>>({});
  protected readonly resolutions = returnResolutions;
  protected readonly wanted = signal<ReturnResolution>('refund');
  protected readonly preview = signal<ReturnPreview | undefined>(undefined);
  private clientId = newFormId();

  protected readonly picked = computed(() => {
    const chosen = this.chosen();
    return (this.own()?.returnable.lines ?? []).flatMap((line) => {
      const one = chosen[line.lineId];
      return one && one.quantity > 0 ? [{ line, ...one, verdict: this.verdictOf(line) }] : [];
    });
  });
  protected readonly fits = computed(
    () => this.picked().length > 0 && this.picked().every(({ verdict }) => verdict?.outcome !== 'refused'),
  );

  constructor() {
    effect(() => {
      this.token();
      void this.read();
    });
  }

  protected chosenOf = (line: ReturnableLine): Chosen => this.chosen()[line.lineId] ?? unchosen;
  protected verdictOf = (line: ReturnableLine): LineVerdict | undefined =>
    line.verdicts.find(({ reason }) => reason === this.chosenOf(line).reason)?.verdict;
  protected unitsOf = (line: ReturnableLine): number[] =>
    Array.from({ length: Math.min(line.left, 99) + 1 }, (_, i) => i);

  protected pick(line: ReturnableLine, quantity: string): void {
    this.change(line, { quantity: Number(quantity) });
  }

  protected because(line: ReturnableLine, reason: string): void {
    const known = returnReasons.find((one) => one === reason) ?? 'other';
    this.change(line, { reason: known });
  }

  protected by(method: string): void {
    this.method.set(returnMethods.find((one) => one === method) ?? 'drop_off');
  }

  /** Shows what it comes to before it is asked for: the verdict with all that was said, and every fee. */
  protected async check(event: Event): Promise<void> {
    event.preventDefault();
    this.trouble.set(undefined);
    try {
      const answer = this.http.post<unknown>('/api/help/returns/preview', this.ask(), { headers: this.headers() });
      this.preview.set(ReturnPreview.parse(await firstValueFrom(answer)));
      this.checking.set(true);
      this.focus();
    } catch (error) {
      this.fail(error);
    }
  }

  protected wish(text: string): void {
    this.wanted.set(returnResolutions.find((one) => one === text) ?? 'refund');
  }

  protected change(line: ReturnableLine, to: Partial<Chosen>): void {
    this.chosen.update((all) => ({ ...all, [line.lineId]: { ...this.chosenOf(line), ...to } }));
  }

  protected back(): void {
    this.checking.set(false);
    this.focus();
  }

  protected print(): void {
    window.print();
  }

  protected async send(): Promise<void> {
    this.sending.set(true);
    this.trouble.set(undefined);
    try {
      const answer = this.http.post<unknown>('/api/help/returns', this.ask(), { headers: this.headers() });
      this.made.set(OwnReturn.parse(await firstValueFrom(answer)));
      this.clientId = newFormId();
      this.focus();
    } catch (error) {
      this.fail(error);
    } finally {
      this.sending.set(false);
    }
  }

  private async read(): Promise<void> {
    try {
      const answer = this.http.get<unknown>('/api/help/returns', { headers: this.headers() });
      this.own.set(OwnReturns.parse(await firstValueFrom(answer)));
      this.focus();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble.code.startsWith('token-')) this.lost.emit(trouble);
    else this.trouble.set(trouble);
  }

  private ask() {
    const lines = this.picked().map(({ line: { lineId }, quantity, reason, opened, note }) => {
      return { lineId, quantity, reason, opened, ...(note.trim() === '' ? {} : { note: note.trim() }) };
    });
    return { clientId: this.clientId, method: this.method(), wanted: this.wanted(), lines };
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token()}` };
  }

  private focus(): void {
    setTimeout(() => this.heading()?.nativeElement.focus());
  }
}
