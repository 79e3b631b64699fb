import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Live } from '../core/live';
import { Words } from '../core/words';

/** Says when live updates are not live; quiet otherwise. */
@Component({
  selector: 'cd-connection',
  imports: [MatIcon],
  host: { role: 'status' },
  template: `
    @if (lost()) {
      <span class="mark waiting"
        ><mat-icon class="small" svgIcon="cloud_off" aria-hidden="true" />
        <span class="word">{{ t('connection.lost') }}</span></span
      >
    }
  `,
  styles: `
    :host {
      margin: 0 8px;
    }
    @media (max-width: 760px) {
      .word {
        display: none;
      }
    }
  `,
})
export class Connection {
  private readonly live = inject(Live);
  protected readonly t = inject(Words).t;
  protected readonly lost = computed(() => this.live.state() === 'lost');
}
