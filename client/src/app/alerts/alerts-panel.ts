import { Component, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenuItem } from '@angular/material/menu';
import { Router } from '@angular/router';
import { ConversationRow } from '@candour/shared/conversations.js';
import { pageOf } from '@candour/shared/paging.js';
import { Duty } from '@candour/shared/routing.js';
import { Api } from '../core/api';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { store, stored } from '../core/storage';
import { DeskTitles } from '../core/titles';
import { Words } from '../core/words';
import { alertKinds, calls, mineAfter, quiet, settingsOf, type AlertSettings } from './alerts-rules';

const KEPT_AS = 'candour.alerts.';
/** Two alerts within this time are one sound, in milliseconds. */
const APART = 2_000;
/** The sound: two tones, in hertz, and how long each lasts, in seconds. */
const TONES = [660, 880];
const LASTS = 0.12;

/** Sound, title and desktop notification for what calls this person, each as they set it. */
@Injectable({ providedIn: 'root' })
export class Alerts {
  private readonly api = inject(Api);
  private readonly live = inject(Live);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly titles = inject(DeskTitles);
  private readonly router = inject(Router);
  private readonly changed = signal(0);
  readonly settings = computed(() => {
    this.changed();
    return settingsOf(stored(KEPT_AS + this.session.staff()?.id));
  });
  /** What called while the page was out of sight. */
  private readonly missed = signal(0);
  private mine: ReadonlySet<string> = new Set();
  private duty: Duty | undefined;
  private sounds: AudioContext | undefined;
  private soundedAt = 0;

  constructor() {
    this.live.on('queue:changed', (change) => {
      const me = this.session.staff()?.id;
      if (me === undefined) return;
      this.mine = mineAfter(this.mine, change, me);
      const open = /\/inbox\/\w+\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
      if (calls(change, this.mine, { open, visible: document.visibilityState === 'visible' })) {
        this.call(this.words.t('alert.message'), change.row.id, ['/inbox', 'mine', change.row.id]);
      }
    });
    this.live.on('queue:gone', (id) => (this.mine = new Set([...this.mine].filter((one) => one !== id))));
    this.live.on('notices:changed', () => this.call(this.words.t('alert.notice'), 'notices'));
    this.live.on('offer', ({ row }) => this.call(this.words.t('alert.offer'), row.id));
    this.live.on('duty', (duty) => (this.duty = duty));
    effect(() => {
      if (this.live.connections() > 0 && this.session.can('conversation.take')) untracked(() => void this.load());
    });
    effect(() => {
      this.titles.counts.set(this.settings().title);
      this.titles.missed.set(this.missed());
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.missed.set(0);
    });
    // A browser lets a page sound only after the person did something in it.
    const awake = (): void => {
      this.sounds ??= new AudioContext();
      if (this.sounds.state === 'suspended') this.sounds.resume().catch(() => undefined);
    };
    for (const sign of ['pointerdown', 'keydown']) addEventListener(sign, awake, { once: true, capture: true });
    this.session.left.subscribe(() => {
      this.mine = new Set();
      this.duty = undefined;
      this.missed.set(0);
    });
  }

  async turn(kind: keyof AlertSettings): Promise<void> {
    const settings = this.settings();
    let on = !settings[kind];
    if (kind === 'desktop' && on) on = (await Notification.requestPermission()) === 'granted';
    store(KEPT_AS + this.session.staff()?.id, JSON.stringify({ ...settings, [kind]: on }));
    this.changed.update((n) => n + 1);
    if (kind === 'sound' && on) this.sound();
  }

  /** Calls the person, each way as they set it, with a way to what calls; who is away, on a break or wraps up is left in peace. */
  call(sentence: string, tag: string, way?: readonly string[]): void {
    if (this.quiet()) return;
    const { sound, desktop } = this.settings();
    const hidden = document.visibilityState !== 'visible';
    if (hidden) this.missed.update((n) => n + 1);
    if (sound) this.sound();
    // Over a locked screen anybody reads along: it says that something waits, and of whom nothing.
    if (desktop && hidden && 'Notification' in globalThis && Notification.permission === 'granted') {
      const shown = new Notification('Candour', { body: sentence, tag, silent: true });
      shown.onclick = () => {
        window.focus();
        if (way) void this.router.navigate([...way]);
        shown.close();
      };
    }
  }

  quiet(): boolean {
    return quiet(this.duty, Date.now());
  }

  private sound(): void {
    const { sounds } = this;
    if (!sounds || sounds.state !== 'running' || Date.now() - this.soundedAt < APART) return;
    this.soundedAt = Date.now();
    TONES.forEach((hertz, i) => {
      const from = sounds.currentTime + i * LASTS;
      const tone = sounds.createOscillator();
      const loud = sounds.createGain();
      tone.frequency.value = hertz;
      loud.gain.setValueAtTime(0.0001, from);
      loud.gain.exponentialRampToValueAtTime(0.12, from + 0.02);
      loud.gain.exponentialRampToValueAtTime(0.0001, from + LASTS);
      tone.connect(loud).connect(sounds.destination);
      tone.start(from);
      tone.stop(from + LASTS);
    });
  }

  /** What the deltas change from here on. Without an answer the next connection asks again. */
  private async load(): Promise<void> {
    const [mine, duty] = await Promise.allSettled([
      this.api.get('/api/conversations', pageOf(ConversationRow), { view: 'mine', limit: 100 }),
      this.api.get('/api/routing/duty', Duty),
    ]);
    if (mine.status === 'fulfilled') this.mine = new Set(mine.value.rows.map(({ id }) => id));
    if (duty.status === 'fulfilled') this.duty = duty.value;
  }
}

/** The choices, in the profile's menu. */
@Component({
  selector: 'cd-alerts-panel',
  imports: [MatIcon, MatMenuItem],
  template: `
    @for (kind of kinds; track kind) {
      <button
        mat-menu-item
        type="button"
        role="menuitemcheckbox"
        [attr.aria-checked]="alerts.settings()[kind]"
        (click)="turn($event, kind)"
      >
        <mat-icon [svgIcon]="alerts.settings()[kind] ? 'check' : 'close'" />{{ words.of('alerts', kind) }}
      </button>
    }
  `,
})
export class AlertsPanel {
  protected readonly words = inject(Words);
  protected readonly alerts = inject(Alerts);
  protected readonly kinds = alertKinds;

  protected turn(event: Event, kind: keyof AlertSettings): void {
    // The menu stays open, so that what was chosen is seen.
    event.stopPropagation();
    void this.alerts.turn(kind);
  }
}
