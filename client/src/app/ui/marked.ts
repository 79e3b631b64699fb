import { Component, input } from '@angular/core';
import type { Marked } from '@candour/shared/articles.js';

/** A text whose found words are marked. */
@Component({
  selector: 'cd-marked',
  template: `@for (piece of pieces(); track $index) {
    @if (piece.hit) {
      <mark>{{ piece.text }}</mark>
    } @else {
      {{ piece.text }}
    }
  }`,
  styles: `
    mark {
      background: var(--mat-sys-tertiary-container);
      color: var(--mat-sys-on-tertiary-container);
    }
  `,
})
export class MarkedText {
  readonly pieces = input.required<Marked>();
}
