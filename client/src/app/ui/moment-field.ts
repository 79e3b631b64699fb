import { Component, computed, inject, input, linkedSignal, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { dayFigures, localOf, momentOf, timeFigures } from '../core/moments';
import { Now } from '../core/now';
import { Words } from '../core/words';

/**
 * A day and a time, in the language of the desk: a native field would speak the browser's, whose order of day and month
 * can be another. Its calendar is lent from one.
 */
@Component({
  selector: 'cd-moment-field',
  imports: [MatFormField, MatIcon, MatIconButton, MatInput, MatLabel, MatSuffix],
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic" class="day">
      <mat-label>{{ label() }}</mat-label>
      <input
        #dayField
        matInput
        class="figures"
        autocomplete="off"
        [placeholder]="example()"
        [value]="day()"
        [attr.aria-invalid]="wrong()"
        (input)="write(dayField.value, timeField.value)"
      />
      <button mat-icon-button matSuffix type="button" [attr.aria-label]="t('moment.calendar')" (click)="pick(native)">
        <mat-icon svgIcon="calendar_month" />
      </button>
    </mat-form-field>
    <mat-form-field appearance="outline" subscriptSizing="dynamic" class="time">
      <mat-label>{{ t('moment.time') }}</mat-label>
      <input
        #timeField
        matInput
        class="figures"
        autocomplete="off"
        [value]="time()"
        [attr.aria-invalid]="wrong()"
        (input)="write(dayField.value, timeField.value)"
      />
    </mat-form-field>
    <input
      #native
      type="datetime-local"
      tabindex="-1"
      aria-hidden="true"
      [min]="local(min())"
      [max]="local(max())"
      [value]="local(at())"
      (input)="choose(native.value)"
    />
  `,
  styles: `
    :host {
      display: flex;
      position: relative;
      flex: 1 1 240px;
      gap: 8px;
      min-width: 0;
    }
    .day {
      flex: 1;
      min-width: 0;
    }
    .time {
      width: 104px;
    }
    [type='datetime-local'] {
      position: absolute;
      inset: auto auto 0 0;
      width: 1px;
      height: 1px;
      opacity: 0;
      pointer-events: none;
    }
  `,
})
export class MomentField {
  readonly label = input.required<string>();
  /** Undefined while what is typed is no moment. */
  readonly at = model<number>();
  /** The first and the last that the calendar offers. */
  readonly min = input<number>();
  readonly max = input<number>();
  private readonly words = inject(Words);
  private readonly now = inject(Now);
  protected readonly t = this.words.t;
  protected readonly day = this.written(dayFigures);
  protected readonly time = this.written(timeFigures);
  protected readonly example = computed(() => dayFigures(this.now.at(), this.words.locale()));
  protected readonly wrong = computed(() => this.at() === undefined && this.day() !== '' && this.time() !== '');

  protected write(day: string, time: string): void {
    this.at.set(momentOf(day, time, this.words.locale(), this.now.at()));
    this.day.set(day);
    this.time.set(time);
  }

  protected choose(local: string): void {
    const at = new Date(local).getTime();
    if (!Number.isNaN(at)) this.at.set(at);
  }

  protected pick(native: HTMLInputElement): void {
    native.showPicker();
  }

  protected local(at: number | undefined): string {
    return at === undefined ? '' : localOf(at);
  }

  /** What is typed stays as it is typed; what comes from elsewhere is written in the language. */
  private written(figures: (at: number, locale: string) => string) {
    return linkedSignal(() => {
      const at = this.at();
      return at === undefined ? '' : figures(at, this.words.locale());
    });
  }
}
