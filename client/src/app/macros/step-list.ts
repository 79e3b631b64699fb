import { Component, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { PlannedStep } from '@candour/shared/macros.js';
import { ProblemWords } from '../core/problems';
import { Words } from '../core/words';
import { DeedWords } from './deed-words';

/** What would be done, in order, and what would not. */
@Component({
  selector: 'cd-step-list',
  imports: [MatIcon],
  template: `
    <ol>
      @for (step of steps(); track $index) {
        <li [class]="step.outcome">
          <mat-icon
            class="small"
            [svgIcon]="step.outcome === 'change' ? 'check' : step.outcome === 'same' ? 'done_all' : 'block'"
            aria-hidden="true"
          />
          <span>
            {{ deeds.action(step.action, reply()) }}
            @if (step.outcome === 'same') {
              <span class="quiet small-type">{{ t('macro.same') }}</span>
            }
            @if (step.because; as code) {
              <span class="small-type why">{{ problems.sentence({ code }) }}</span>
            }
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: baseline;
      gap: 8px;
      padding: 2px 0;
    }
    mat-icon {
      align-self: center;
    }
    .change mat-icon {
      color: var(--state-done);
    }
    .refused mat-icon,
    .why {
      color: var(--state-breached);
    }
  `,
})
export class StepList {
  readonly steps = input.required<readonly PlannedStep[]>();
  readonly reply = input.required<(id: string) => string | undefined>();
  protected readonly t = inject(Words).t;
  protected readonly deeds = inject(DeedWords);
  protected readonly problems = inject(ProblemWords);
}
