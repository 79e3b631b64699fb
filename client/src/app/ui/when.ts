import { Component, computed, inject, input } from '@angular/core';
import { Dates } from '../core/dates';

/** An instant, relative, with the exact one at hand; `exactly` shows date and time itself. */
@Component({
  selector: 'cd-when',
  template: `<time class="figures" [attr.datetime]="iso()" [title]="dates.exact(at())">{{ shown() }}</time>`,
})
export class When {
  readonly at = input.required<number>();
  readonly exactly = input(false);
  protected readonly dates = inject(Dates);
  protected readonly iso = computed(() => new Date(this.at()).toISOString());
  protected readonly shown = computed(() =>
    this.exactly() ? this.dates.moment(this.at()) : this.dates.relative(this.at()),
  );
}
