import { Component, input } from '@angular/core';

/** A card of the height of the one that comes. */
@Component({
  selector: 'cd-card-ghost',
  host: { class: 'card', 'aria-hidden': 'true' },
  template: `
    <span class="skeleton" [style.width.%]="30"></span>
    <span class="skeleton" [style.height.px]="height()"></span>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
  `,
})
export class CardGhost {
  /** In pixels. */
  readonly height = input(320);
}
