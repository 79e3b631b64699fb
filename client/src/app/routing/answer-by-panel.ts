import { Component, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { AnswerBy } from '@candour/shared/conversations.js';
import { Words } from '../core/words';

/** How a customer wants to be answered who does not wait in the chat. */
@Component({
  selector: 'cd-answer-by-panel',
  imports: [MatIcon],
  template: `
    <span class="mark" [title]="words.of('answerBy', way())">
      <mat-icon class="small" [svgIcon]="way() === 'email' ? 'mail' : 'call'" aria-hidden="true" />
      <span class="visually-hidden">{{ words.of('answerBy', way()) }}</span>
    </span>
  `,
})
export class AnswerByPanel {
  readonly way = input.required<AnswerBy>();
  protected readonly words = inject(Words);
}
