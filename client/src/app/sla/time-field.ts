import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { BusinessTime } from '@candour/shared/sla.js';
import { Words } from '../core/words';
import { amountOf, timeOf, units, type Unit } from './sla-rules';

/** So much business time, in minutes, hours or business days; where it may be, also none. */
@Component({
  selector: 'cd-time-field',
  imports: [MatFormField, MatInput, MatLabel, MatOption, MatSelect],
  template: `
    @if (amount(); as amount) {
      <mat-form-field class="n" subscriptSizing="dynamic">
        <mat-label>{{ label() }}</mat-label>
        <input
          #field
          matInput
          class="figures"
          type="number"
          min="1"
          [value]="amount.n"
          [disabled]="disabled()"
          [attr.aria-label]="name()"
          (change)="changed.emit(timeOf({ n: field.valueAsNumber, unit: amount.unit }))"
        />
      </mat-form-field>
    }
    <mat-form-field class="unit" subscriptSizing="dynamic">
      @if (!amount()) {
        <mat-label>{{ label() }}</mat-label>
      }
      <mat-select
        [aria-label]="words.t('sla.unitOf', { name: name() })"
        [value]="amount()?.unit ?? 'none'"
        [disabled]="disabled()"
        (selectionChange)="unit($event.value)"
      >
        @for (one of units; track one) {
          <mat-option [value]="one">{{ words.of('slaUnit', one) }}</mat-option>
        }
        @if (optional()) {
          <mat-option value="none">{{ words.t('sla.none') }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: flex;
      gap: 4px;
      min-width: 0;
    }
    .n {
      flex: 1 1 84px;
      min-width: 72px;
    }
    .unit {
      flex: 1 1 120px;
      min-width: 0;
    }
  `,
})
export class TimeField {
  readonly time = input.required<BusinessTime | null>();
  readonly label = input.required<string>();
  /** Read aloud: whose time it is. */
  readonly name = input.required<string>();
  readonly optional = input(false);
  readonly disabled = input(false);
  readonly changed = output<BusinessTime | null>();
  protected readonly words = inject(Words);
  protected readonly units = units;
  protected readonly timeOf = timeOf;
  protected readonly amount = computed(() => {
    const time = this.time();
    return time && amountOf(time);
  });

  protected unit(unit: Unit | 'none'): void {
    this.changed.emit(unit === 'none' ? null : timeOf({ n: this.amount()?.n ?? 1, unit }));
  }
}
