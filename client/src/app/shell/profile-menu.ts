import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { AlertsPanel } from '../alerts/alerts-panel';
import { ProblemWords, troubleOf } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { initials } from '../ui/initials';
import { AppearanceMenu } from '../ui/appearance-menu';
import { LanguageMenu } from '../ui/language-menu';

@Component({
  selector: 'cd-profile-menu',
  imports: [AlertsPanel, AppearanceMenu, LanguageMenu, MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <cd-language-menu />
    <cd-appearance-menu />
    <button mat-icon-button type="button" [matMenuTriggerFor]="profile">
      <span class="visually-hidden">{{ t('profile.title') }}</span>
      <span class="initials">{{ initials() }}</span>
    </button>
    <mat-menu #profile="matMenu" xPosition="before">
      @if (staff(); as me) {
        <div class="who">
          <p class="cut">{{ me.name }}</p>
          <p class="quiet small-type cut">{{ me.email }}</p>
          <p class="quiet small-type">{{ words.of('role', me.role) }}</p>
        </div>
      }
      <cd-alerts-panel />
      <button mat-menu-item type="button" (click)="changePassword()">
        <mat-icon svgIcon="password" />{{ t('profile.password') }}
      </button>
      <button mat-menu-item type="button" (click)="signOut(true)">
        <mat-icon svgIcon="devices" />{{ t('profile.signOutEverywhere') }}
      </button>
      <button mat-menu-item type="button" (click)="signOut(false)">
        <mat-icon svgIcon="logout" />{{ t('deed.signOut') }}
      </button>
    </mat-menu>
  `,
  styles: `
    :host {
      display: flex;
    }
    .initials {
      display: grid;
      place-items: center;
      width: 28px;
      height: 28px;
      margin: -2px;
      border-radius: 50%;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font-size: 0.6875rem;
      font-weight: 600;
    }
    .who {
      max-width: 260px;
      padding: 4px 16px 8px;
      border-bottom: var(--edge);
    }
    @media (max-width: 480px) {
      cd-appearance-menu {
        display: none;
      }
    }
  `,
})
export class ProfileMenu {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  protected readonly staff = this.session.staff;
  protected readonly initials = computed(() => initials(this.staff()?.name));

  protected async changePassword(): Promise<void> {
    const { PasswordDialog } = await import('./password-dialog');
    this.dialog.open(PasswordDialog, { width: '440px' });
  }

  protected signOut(everywhere: boolean): void {
    this.session.signOut(everywhere).catch((error: unknown) => {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    });
  }
}
