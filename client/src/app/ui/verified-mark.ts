import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Level } from '@candour/shared/conversations.js';
import { Words } from '../core/words';

/** Whether the customer has proved who they are; the tooltip says what that allows. */
@Component({
  selector: 'cd-verified-mark',
  imports: [MatIcon],
  template: `
    <span
      class="mark"
      [class.done]="level() > 0"
      [class.waiting]="level() === 0"
      [title]="words.of('levelMore', code())"
    >
      <mat-icon class="small" [svgIcon]="level() > 0 ? 'verified_user' : 'gpp_maybe'" aria-hidden="true" />
      <span class="word">{{ words.of('level', code()) }}</span>
    </span>
  `,
  styles: `
    @container head (max-width: 440px) {
      .word {
        position: absolute;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
  `,
})
export class VerifiedMark {
  readonly level = input.required<Level>();
  protected readonly words = inject(Words);
  protected readonly code = computed(() => String(this.level()) as '0' | '1' | '2');
}
