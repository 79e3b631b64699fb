import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Priority } from '@candour/shared/tickets.js';
import type { IconName } from '../../core/icons';
import { Words } from '../../core/words';

const shapes: Record<Priority, IconName> = {
  low: 'keyboard_arrow_down',
  normal: 'check',
  high: 'keyboard_arrow_up',
  urgent: 'error',
};

/** How urgent a ticket is, in a word and an icon; one that is as any other says nothing. */
@Component({
  selector: 'cd-priority-mark',
  imports: [MatIcon],
  template: `<mat-icon class="small" [svgIcon]="shape()" aria-hidden="true" />{{ words.of('priority', of()) }}`,
  host: { '[class.high]': "of() === 'high'", '[class.urgent]': "of() === 'urgent'" },
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 2px;
    }
    :host(.high),
    :host(.urgent) {
      color: var(--mat-sys-on-surface);
      font-weight: 600;
    }
    :host(.urgent) {
      color: var(--mat-sys-error);
    }
  `,
})
export class PriorityMark {
  readonly of = input.required<Priority>();
  protected readonly words = inject(Words);
  protected readonly shape = computed(() => shapes[this.of()]);
}
