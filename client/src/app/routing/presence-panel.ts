import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { BreakKind, type Presence, type SetPresence } from '@candour/shared/routing.js';
import type { IconName } from '../core/icons';
import { Now } from '../core/now';
import { ProblemWords, troubleOf } from '../core/problems';
import { Words } from '../core/words';
import { DutyStore } from './duty.store';

const icons: Record<Presence, IconName> = {
  available: 'task_alt',
  away: 'schedule',
  break: 'coffee',
  offline: 'cloud_off',
};

/** In the bar at the top: what others and the routing take this person for, and how many chats they have. */
@Component({
  selector: 'cd-presence-panel',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    @if (store.takes() && store.duty(); as duty) {
      <button
        mat-button
        type="button"
        class="presence"
        [class.on]="duty.presence === 'available'"
        [matMenuTriggerFor]="menu"
      >
        <mat-icon [svgIcon]="icon()" aria-hidden="true" />
        <span class="visually-hidden">{{ t('presence.title') }}</span>
        <span class="word">{{ word() }}</span>
        <span class="load figures" aria-hidden="true">{{ duty.load }}/{{ duty.capacity }}</span>
        <span class="visually-hidden">{{ t('presence.load', { load: duty.load, capacity: duty.capacity }) }}</span>
      </button>
      <mat-menu #menu="matMenu" xPosition="before">
        @if (duty.missed) {
          <p class="note small-type">{{ t('presence.missed') }}</p>
        } @else if (duty.load > 0 && duty.presence === 'available') {
          <p class="note small-type">{{ words.count('presence.goesBack', duty.load) }}</p>
        }
        <button mat-menu-item type="button" (click)="set({ presence: 'available' })">
          <mat-icon svgIcon="task_alt" />{{ wrapsUp() ? t('presence.ready') : words.of('presenceIs', 'available') }}
        </button>
        <button mat-menu-item type="button" (click)="set({ presence: 'away' })">
          <mat-icon svgIcon="schedule" />{{ words.of('presenceIs', 'away') }}
        </button>
        <button mat-menu-item type="button" [matMenuTriggerFor]="breaks">
          <mat-icon svgIcon="coffee" />{{ words.of('presenceIs', 'break') }}
        </button>
      </mat-menu>
      <mat-menu #breaks="matMenu">
        @for (kind of kinds; track kind) {
          <button mat-menu-item type="button" (click)="set({ presence: 'break', breakKind: kind })">
            {{ words.of('breakKind', kind) }}
          </button>
        }
      </mat-menu>
    }
  `,
  styles: `
    .presence {
      --mat-button-text-label-text-color: var(--mat-sys-on-surface-variant);
      white-space: nowrap;
    }
    .presence.on {
      --mat-button-text-label-text-color: var(--mat-sys-primary);
    }
    .load {
      margin-inline-start: 6px;
      padding: 0 6px;
      border: var(--edge);
      border-radius: 999px;
      font-size: 0.6875rem;
    }
    .note {
      max-width: 260px;
      margin: 0;
      padding: 4px 16px 8px;
      border-bottom: var(--edge);
      color: var(--mat-sys-on-surface-variant);
    }
    @media (max-width: 760px) {
      .word {
        display: none;
      }
    }
    @media (max-width: 480px) {
      .load {
        display: none;
      }
    }
  `,
})
export class PresencePanel {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(DutyStore);
  private readonly now = inject(Now);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  protected readonly kinds = BreakKind.options;
  protected readonly wrapsUp = computed(() => (this.store.duty()?.wrapUpUntil ?? 0) > this.now.at());
  protected readonly icon = computed(() =>
    this.wrapsUp() ? 'edit_note' : icons[this.store.duty()?.presence ?? 'offline'],
  );
  protected readonly word = computed(() => {
    const duty = this.store.duty();
    if (this.wrapsUp()) return this.t('presence.wrapUp');
    if (duty?.presence === 'break' && duty.breakKind) return this.words.of('breakKind', duty.breakKind);
    return this.words.of('presenceIs', duty?.presence ?? 'offline');
  });

  protected set(ask: SetPresence): void {
    this.store.set(ask).catch((error: unknown) => {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    });
  }
}
