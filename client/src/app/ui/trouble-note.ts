import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Trouble } from '../core/problems';
import { ProblemWords, troubleOf } from '../core/problems';
import { Words } from '../core/words';

/** What went wrong, in words; offers to try again where that can help. */
@Component({
  selector: 'cd-trouble',
  imports: [MatButton, MatIcon],
  host: { role: 'alert' },
  template: `
    <mat-icon svgIcon="error" aria-hidden="true" />
    <div class="grow">
      <p>{{ problems.sentence(trouble()) }}</p>
      @if (trace(); as trace) {
        <p class="quiet small-type">{{ t('problem.trace', { trace }) }}</p>
      }
    </div>
    @if (retries()) {
      <button mat-button type="button" (click)="retry.emit()">{{ t('do.tryAgain') }}</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: 4px 12px;
      padding: 8px 12px;
      border-radius: 12px;
      background: var(--state-breached-ground);
      color: var(--mat-sys-on-surface);
    }
    .grow {
      min-width: 180px;
      overflow-wrap: anywhere;
    }
    mat-icon {
      color: var(--state-breached);
    }
  `,
})
export class TroubleNote {
  /** A trouble, or whatever was thrown. */
  readonly of = input.required<unknown>();
  readonly retries = input(false);
  readonly retry = output();
  protected readonly problems = inject(ProblemWords);
  protected readonly t = inject(Words).t;
  protected readonly trouble = computed<Trouble>(() => {
    const of = this.of();
    return of !== null && typeof of === 'object' && 'code' in of && !(of instanceof Error)
      ? (of as Trouble)
      : troubleOf(of);
  });
  /** Only a fault of ours has to be looked up in the log; a refusal says all there is to say. */
  protected readonly trace = computed(() => (this.trouble().code === 'internal' ? this.trouble().trace : undefined));
}
