import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { SnoozePreset } from '@candour/shared/deeds.js';
import { snoozePresets, SnoozeTimes } from '@candour/shared/deeds.js';
import type { Language } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';

/** Until when something rests, in the hours of whoever answers it. */
@Component({
  selector: 'cd-snooze-menu',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      mat-button
      type="button"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="t('deed.snooze')"
      [title]="t('deed.snooze')"
      (menuOpened)="asked.set(true)"
    >
      <mat-icon svgIcon="schedule" /><span class="word">{{ t('deed.snooze') }}</span>
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      @for (one of choices(); track one.preset) {
        <button mat-menu-item type="button" (click)="chosen.emit(one.preset)">
          {{ words.of('snooze', one.preset) }}
          @if (one.at; as at) {
            <span class="quiet small-type">– {{ dates.exact(at) }}</span>
          }
        </button>
      }
    </mat-menu>
  `,
})
export class SnoozeMenu {
  readonly language = input.required<Language>();
  readonly chosen = output<SnoozePreset>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly asked = signal(false);
  private readonly trigger = viewChild(MatMenuTrigger);
  private readonly times = httpResource(
    () => (this.asked() ? `/api/tickets/snooze-times?language=${this.language()}` : undefined),
    { parse: as(SnoozeTimes) },
  );
  protected readonly choices = computed(() => {
    const times = this.times.hasValue() ? this.times.value() : undefined;
    return snoozePresets.map((preset) => ({ preset, at: times?.[preset] }));
  });

  open(): void {
    this.trigger()?.openMenu();
  }
}
