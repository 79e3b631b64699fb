import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { MatTooltip } from '@angular/material/tooltip';
import { SCHEDULED_DAYS } from '@candour/shared/replies.js';
import { DAY, MINUTE } from '@candour/shared/instant.js';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { ProblemWords, troubleOf } from '../core/problems';
import { Words } from '../core/words';
import { MomentField } from '../ui/moment-field';
import { ScheduledStore } from './scheduled.store';

/** "Send later": at an instant that is often meant, or at one's own. */
@Component({
  selector: 'cd-send-later-panel',
  imports: [MatButton, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, MomentField],
  template: `
    <button
      mat-icon-button
      type="button"
      [disabled]="text().trim() === '' || busy()"
      [matMenuTriggerFor]="menu"
      [attr.aria-label]="t('scheduled.later')"
      [matTooltip]="t('scheduled.later')"
      (menuOpened)="store.reload()"
    >
      <mat-icon svgIcon="schedule_send" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before" yPosition="above">
      @for (preset of store.view()?.presets ?? []; track preset.when) {
        <button mat-menu-item type="button" (click)="at(preset.at)">
          {{ words.of('scheduledPreset', preset.when) }}
          <span class="quiet small-type">{{ dates.moment(preset.at) }}</span>
        </button>
      }
      <!-- A field in a menu keeps its own keys. -->
      <!-- eslint-disable-next-line @angular-eslint/template/interactive-supports-focus -->
      <div class="own" (click)="$event.stopPropagation()" (keydown)="keep($event)">
        <cd-moment-field
          class="dense"
          [label]="t('scheduled.own')"
          [min]="earliest()"
          [max]="latest()"
          [(at)]="typed"
        />
        <button mat-flat-button type="button" [disabled]="!ownAt()" (click)="at(ownAt()!)">
          {{ t('scheduled.do') }}
        </button>
      </div>
    </mat-menu>
  `,
  styles: `
    .own {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px;
      padding: 8px 16px;
    }
    cd-moment-field {
      flex-basis: 100%;
    }
  `,
})
export class SendLaterPanel {
  readonly conversationId = input.required<string>();
  readonly text = input.required<string>();
  readonly seen = input.required<number>();
  /** It waits: the composer is free. */
  readonly scheduled = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ScheduledStore);
  private readonly now = inject(Now);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  private readonly trigger = viewChild(MatMenuTrigger);
  protected readonly busy = signal(false);
  protected readonly typed = signal<number | undefined>(undefined);
  protected readonly earliest = computed(() => this.now.at() + MINUTE);
  protected readonly latest = computed(() => this.now.at() + SCHEDULED_DAYS * DAY - MINUTE);
  protected readonly ownAt = computed(() => {
    const at = this.typed();
    return at !== undefined && at > this.now.at() ? at : undefined;
  });

  protected keep(event: KeyboardEvent): void {
    if (event.key !== 'Escape') event.stopPropagation();
  }

  protected async at(at: number): Promise<void> {
    this.trigger()?.closeMenu();
    this.busy.set(true);
    try {
      await this.store.schedule(this.conversationId(), this.text().trim(), at, this.seen());
      this.scheduled.emit();
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    } finally {
      this.busy.set(false);
    }
  }
}
