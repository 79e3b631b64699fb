import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Due, DueState } from '@candour/shared/sla.js';
import { dueState } from '@candour/shared/sla.js';
import { Dates } from '../../core/dates';
import type { IconName } from '../../core/icons';
import { Now } from '../../core/now';
import { Words } from '../../core/words';

const shapes: Record<DueState, IconName> = { ok: 'schedule', warning: 'hourglass_empty', breached: 'error' };

/** What the desk owes next and how long is left, by icon and word. */
@Component({
  selector: 'cd-due-mark',
  imports: [MatIcon],
  template: `
    <mat-icon class="small" [svgIcon]="shape()" aria-hidden="true" />
    <span class="visually-hidden">{{ words.of('due', of().kind) }}:</span>
    {{ words.t(state() === 'breached' ? 'inbox.late' : 'inbox.left', { span: span() }) }}
  `,
  host: {
    class: 'mark figures',
    '[class.waiting]': "state() === 'warning'",
    '[class.breached]': "state() === 'breached'",
    '[class.rings]': 'rings()',
    '[title]': 'title()',
  },
  styles: `
    :host(.rings) {
      box-shadow: inset 0 0 0 1px currentcolor;
      font-weight: 650;
    }
  `,
})
export class DueMark {
  readonly of = input.required<Due>();
  /** It was told of and not looked at since. */
  readonly rings = input(false);
  protected readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly now = inject(Now);
  protected readonly state = computed(() => dueState(this.of(), this.now.at()));
  protected readonly shape = computed((): IconName => (this.rings() ? 'alarm' : shapes[this.state()]));
  protected readonly span = computed(() => this.dates.span(Math.abs(this.of().dueAt - this.now.at())));
  protected readonly title = computed(
    () => `${this.words.of('due', this.of().kind)}: ${this.dates.exact(this.of().dueAt)}`,
  );
}
