import { Component, inject, input, output } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { TicketRules } from '@candour/shared/routing.js';
import { Words } from '../core/words';

/** Whether tickets are dealt, and how many to each role. */
@Component({
  selector: 'cd-ticket-rules-form',
  imports: [MatCheckbox, MatFormField, MatInput, MatLabel],
  template: `
    <h3>{{ t('rules.tickets') }}</h3>
    <p class="quiet small-type">{{ t('rules.ticketsIntro') }}</p>
    <mat-checkbox
      [checked]="rules().dealt"
      (change)="changed.emit({ capacity: rules().capacity, dealt: $event.checked })"
    >
      {{ t('rules.dealt') }}
    </mat-checkbox>
    @if (rules().dealt) {
      <div class="fields">
        @for (role of roles; track role) {
          <mat-form-field>
            <mat-label>{{ t('rules.ticketCapacity', { role: words.of('role', role) }) }}</mat-label>
            <input
              matInput
              type="number"
              min="0"
              max="200"
              [value]="rules().capacity[role]"
              (input)="capacity(role, $event)"
            />
          </mat-form-field>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 16px;
    }
    h3 {
      margin: 20px 0 0;
      font-size: 0.875rem;
    }
    p {
      margin: 0 0 4px;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(280px, 1fr));
      gap: 16px 8px;
      margin-top: 8px;
    }
  `,
})
export class TicketRulesForm {
  readonly rules = input.required<TicketRules>();
  readonly changed = output<TicketRules>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly roles = ['agent', 'lead', 'supervisor'] as const;

  protected capacity(role: keyof TicketRules['capacity'], event: Event): void {
    const { dealt, capacity } = this.rules();
    const many = (event.target as HTMLInputElement).valueAsNumber;
    this.changed.emit({ dealt, capacity: { ...capacity, [role]: many } });
  }
}
