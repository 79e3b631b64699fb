import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { FitPart, RoutingRules, type TicketRules } from '@candour/shared/routing.js';
import { MINUTE, SECOND } from '@candour/shared/instant.js';
import type { WordKey } from '../core/words';
import { Words } from '../core/words';
import { TicketRulesForm } from './ticket-rules-form';

type Timed = 'offerMs' | 'wrapUpMs' | 'nudgeMs' | 'silentMs' | 'overflowWaitMs';
type Counted = 'missesToAway' | 'overflowPosition';

/** The routing's figures, in the units that people think in. */
@Component({
  selector: 'cd-rules-form',
  imports: [MatButton, MatFormField, MatInput, MatLabel, MatOption, MatSelect, TicketRulesForm],
  template: `
    <form novalidate (submit)="send($event)">
      <div class="fields">
        @for (role of roles; track role) {
          <mat-form-field>
            <mat-label>{{ t('rules.capacity', { role: words.of('role', role) }) }}</mat-label>
            <input
              matInput
              type="number"
              min="1"
              max="20"
              [value]="draft().capacity[role]"
              (input)="capacity(role, $event)"
            />
          </mat-form-field>
        }
        @for (one of timed; track one.name) {
          <mat-form-field>
            <mat-label>{{ t(one.word) }}</mat-label>
            <input
              matInput
              type="number"
              min="0"
              [value]="draft()[one.name] / one.unit"
              (input)="set(one.name, $event, one.unit)"
            />
          </mat-form-field>
        }
        @for (one of counted; track one.name) {
          <mat-form-field>
            <mat-label>{{ t(one.word) }}</mat-label>
            <input matInput type="number" min="1" [value]="draft()[one.name]" (input)="set(one.name, $event, 1)" />
          </mat-form-field>
        }
      </div>
      <h3>{{ t('rules.fits') }}</h3>
      <p class="quiet small-type">{{ t('rules.fitsIntro') }}</p>
      @for (fit of draft().fits; track $index; let i = $index) {
        <div class="row wrap fit">
          <mat-form-field class="after">
            <mat-label>{{ t('rules.after') }}</mat-label>
            <input
              matInput
              type="number"
              min="0"
              [disabled]="i === 0"
              [value]="fit.afterMs / minute"
              (input)="after(i, $event)"
            />
          </mat-form-field>
          <mat-form-field class="grow">
            <mat-label>{{ t('rules.by') }}</mat-label>
            <mat-select
              multiple
              [value]="fit.by"
              [placeholder]="t('rules.anybody')"
              (selectionChange)="by(i, $event.value)"
            >
              @for (part of parts; track part) {
                <mat-option [value]="part">{{ words.of('fitPart', part) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
        </div>
      }
      <cd-ticket-rules-form [rules]="draft().tickets" (changed)="tickets($event)" />
      <div class="row wrap">
        <button mat-flat-button type="submit" [disabled]="disabled() || !changed() || !right()">
          {{ t('do.save') }}
        </button>
        <p role="status">
          @if (!right()) {
            {{ t('rules.wrong') }}
          }
        </p>
      </div>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
      gap: 16px 8px;
    }
    h3 {
      margin: 20px 0 0;
      font-size: 0.875rem;
    }
    p {
      margin: 0 0 16px;
    }
    .fit {
      margin-bottom: 16px;
    }
    .after {
      width: 160px;
    }
  `,
})
export class RulesForm {
  readonly rules = input.required<RoutingRules>();
  readonly disabled = input(false);
  readonly save = output<RoutingRules>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly minute = MINUTE;
  protected readonly roles = ['agent', 'lead', 'supervisor'] as const;
  protected readonly parts = FitPart.options;
  protected readonly timed: readonly { name: Timed; unit: number; word: WordKey }[] = [
    { name: 'offerMs', unit: SECOND, word: 'rules.offer' },
    { name: 'wrapUpMs', unit: SECOND, word: 'rules.wrapUp' },
    { name: 'nudgeMs', unit: MINUTE, word: 'rules.nudge' },
    { name: 'silentMs', unit: MINUTE, word: 'rules.silent' },
    { name: 'overflowWaitMs', unit: MINUTE, word: 'rules.overflowWait' },
  ];
  protected readonly counted: readonly { name: Counted; word: WordKey }[] = [
    { name: 'missesToAway', word: 'rules.misses' },
    { name: 'overflowPosition', word: 'rules.overflowPosition' },
  ];
  protected readonly draft = linkedSignal(() => this.rules());
  protected readonly right = computed(() => RoutingRules.safeParse(this.draft()).success);
  protected readonly changed = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.rules()));

  protected set(name: Timed | Counted, event: Event, unit: number): void {
    this.draft.update((draft) => ({ ...draft, [name]: numberOf(event) * unit }));
  }

  protected capacity(role: 'agent' | 'lead' | 'supervisor', event: Event): void {
    this.draft.update((draft) => ({ ...draft, capacity: { ...draft.capacity, [role]: numberOf(event) } }));
  }

  protected tickets(tickets: TicketRules): void {
    this.draft.update((draft) => ({ ...draft, tickets }));
  }

  protected after(index: number, event: Event): void {
    this.fit(index, { afterMs: numberOf(event) * MINUTE });
  }

  protected by(index: number, by: FitPart[]): void {
    this.fit(index, { by });
  }

  private fit(index: number, change: Partial<RoutingRules['fits'][number]>): void {
    this.draft.update((draft) => ({
      ...draft,
      fits: draft.fits.map((fit, i) => (i === index ? { ...fit, ...change } : fit)),
    }));
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.right()) this.save.emit(this.draft());
  }
}

const numberOf = (event: Event): number => Math.round((event.target as HTMLInputElement).valueAsNumber * 100) / 100;
