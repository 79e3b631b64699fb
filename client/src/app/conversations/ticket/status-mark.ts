import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { ConversationStatus } from '@candour/shared/conversations.js';
import { Dates } from '../../core/dates';
import type { IconName } from '../../core/icons';
import { Words } from '../../core/words';

const shapes: Record<ConversationStatus, { icon: IconName; state?: 'held' | 'done' }> = {
  queued: { icon: 'inbox' },
  open: { icon: 'forum' },
  pending: { icon: 'hourglass_empty', state: 'held' },
  snoozed: { icon: 'snooze', state: 'held' },
  resolved: { icon: 'task_alt', state: 'done' },
  closed: { icon: 'lock', state: 'done' },
  spam: { icon: 'report' },
};

/** How a ticket stands, by icon and word; a snoozed one says until when. */
@Component({
  selector: 'cd-status-mark',
  imports: [MatIcon],
  template: `
    <mat-icon class="small" [svgIcon]="shape().icon" aria-hidden="true" />{{ words.of('status', of()) }}
    @if (until(); as at) {
      <span class="figures">{{ dates.moment(at) }}</span>
    }
  `,
  host: {
    class: 'mark',
    '[class.held]': "shape().state === 'held'",
    '[class.done]': "shape().state === 'done'",
    '[title]': 'exactly()',
  },
})
export class StatusMark {
  readonly of = input.required<ConversationStatus>();
  readonly until = input<number>();
  protected readonly words = inject(Words);
  protected readonly dates = inject(Dates);
  protected readonly shape = computed(() => shapes[this.of()]);
  protected readonly exactly = computed(() => {
    const at = this.until();
    return at === undefined ? '' : this.dates.exact(at);
  });
}
