import { Component, input } from '@angular/core';

/** Rows of the height of those that come. */
@Component({
  selector: 'cd-table-ghost',
  host: { 'aria-hidden': 'true' },
  template: `
    @for (width of widths(); track $index) {
      <span class="line"><span class="skeleton" [style.width.%]="width"></span></span>
    }
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      height: 41px;
      padding: 0 12px;
      border-bottom: var(--edge);
    }
  `,
})
export class TableGhost {
  readonly widths = input([72, 58, 80, 66, 49, 74]);
}
