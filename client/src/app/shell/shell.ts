import { Component, DestroyRef, ElementRef, computed, effect, inject, signal, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatTooltip } from '@angular/material/tooltip';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Deeds } from '../core/deeds';
import { Idle } from '../core/idle';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { store, stored } from '../core/storage';
import { Words } from '../core/words';
import { OfferPanel } from '../routing/offer-panel';
import { PresencePanel } from '../routing/presence-panel';
import { HeldNotices } from '../replies/held-panel';
import { SearchPanel } from '../search/search-panel';
import { Alerts } from '../alerts/alerts-panel';
import { DueAlarms } from '../alerts/due-panel';
import { NoticesPanel } from '../notices/notices-panel';
import { WaitingPanel } from '../conversations/inbox/waiting-panel';
import { Connection } from './connection';
import { ProfileMenu } from './profile-menu';
import { sections } from './sections';

const RAIL_KEPT_AS = 'candour.rail';

@Component({
  selector: 'cd-shell',
  imports: [
    NoticesPanel,
    Connection,
    MatIcon,
    MatIconButton,
    MatTooltip,
    OfferPanel,
    PresencePanel,
    ProfileMenu,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SearchPanel,
    WaitingPanel,
  ],
  host: {
    '[class.wide]': 'wide()',
    '[class.drawn]': 'drawn()',
    '(document:keydown)': 'press($event)',
  },
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export default class Shell {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly deeds = inject(Deeds);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly sections = computed(() => sections.filter((one) => this.session.can(one.permission)));
  /** The rail with its words, on a wide screen. */
  protected readonly wide = signal(stored(RAIL_KEPT_AS) !== 'narrow');
  /** The rail as a drawer, on a phone. */
  protected readonly drawn = signal(false);

  constructor() {
    inject(Alerts);
    inject(DueAlarms);
    inject(HeldNotices);
    void this.live.connect();
    const destroy = inject(DestroyRef);
    destroy.onDestroy(() => this.live.disconnect());
    destroy.onDestroy(inject(Idle).watch());
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.drawn.set(false));
    effect((onCleanup) => {
      const going = this.sections().map((one) => ({
        id: `go:${one.path}`,
        word: one.word,
        group: 'go' as const,
        icon: one.icon,
        run: () => void this.router.navigateByUrl(one.path),
      }));
      onCleanup(
        this.deeds.offer([
          ...going,
          {
            id: 'sheet',
            word: 'deed.sheet',
            group: 'desk',
            icon: 'keyboard',
            key: '?',
            run: () => void this.showSheet(),
          },
          { id: 'out', word: 'deed.signOut', group: 'desk', icon: 'logout', run: () => void this.session.signOut() },
        ]),
      );
    });
  }

  protected toggleRail(): void {
    if (matchMedia('(max-width: 760px)').matches) {
      this.drawn.update((drawn) => !drawn);
      return;
    }
    this.wide.update((wide) => !wide);
    store(RAIL_KEPT_AS, this.wide() ? null : 'narrow');
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.showPalette();
      return;
    }
    if (event.key === 'Escape' && this.drawn()) {
      this.drawn.set(false);
      return;
    }
    if (this.dialog.openDialogs.length === 0) this.deeds.press(event);
  }

  protected async showPalette(): Promise<void> {
    if (this.dialog.openDialogs.length > 0) return;
    const { Palette } = await import('./palette');
    this.dialog.open(Palette, {
      ariaLabel: this.t('palette.title'),
      position: { top: '12vh' },
      width: '560px',
      panelClass: 'palette-panel',
    });
  }

  private async showSheet(): Promise<void> {
    const { KeySheet } = await import('./key-sheet');
    this.dialog.open(KeySheet, { width: '480px' });
  }
}
