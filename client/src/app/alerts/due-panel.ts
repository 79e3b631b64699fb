import { Injectable, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import type { DueAlarm } from '@candour/shared/sla.js';
import { Dates } from '../core/dates';
import { Live } from '../core/live';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Alerts } from './alerts-panel';
import { rangAfter, saidOf } from './due-rules';

/** Alarms within this time are said together, in milliseconds. */
const TOGETHER = 1_500;
const SHOWN = 12_000;

/** Tells of what is at risk or late: a mark on its row, a word with a way to it, and a sound as the person set it. */
@Injectable({ providedIn: 'root' })
export class DueAlarms {
  private readonly alerts = inject(Alerts);
  private readonly snack = inject(MatSnackBar);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  /** Told of and not looked at since, by conversation. */
  readonly rang = signal<ReadonlyMap<string, DueAlarm>>(new Map());
  private gathered: DueAlarm[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(Live).on('due:alarm', (alarm) => this.ring(alarm));
    inject(Session).left.subscribe(() => {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.gathered = [];
      this.rang.set(new Map());
    });
  }

  /** The person has it before their eyes. */
  seen(id: string): void {
    this.rang.update((rang) => (rang.has(id) ? new Map([...rang].filter(([one]) => one !== id)) : rang));
  }

  private ring(alarm: DueAlarm): void {
    if (alarm.id !== this.open()) this.rang.update((rang) => rangAfter(rang, alarm));
    this.gathered.push(alarm);
    this.timer ??= setTimeout(() => this.say(), TOGETHER);
  }

  private say(): void {
    const said = saidOf(this.gathered, this.open());
    this.gathered = [];
    this.timer = undefined;
    if (!said || !this.alerts.settings().due || this.alerts.quiet()) return;
    const [sentence, action, way] =
      'one' in said
        ? ([this.sentence(said.one), 'dueAlarm.open', ['/inbox', 'all', said.one.id]] as const)
        : ([this.words.t('dueAlarm.many', { n: said.many }), 'dueAlarm.show', ['/inbox', 'all']] as const);
    this.alerts.call(sentence, 'due');
    this.snack
      .open(sentence, this.words.t(action), { duration: SHOWN })
      .onAction()
      .subscribe(() => void this.router.navigate([...way], 'many' in said ? { queryParams: { sort: 'due' } } : {}));
  }

  private sentence({ number, kind, state, dueAt }: DueAlarm): string {
    const facts = { number, kind: this.words.of('due', kind), span: this.dates.span(dueAt - Date.now()) };
    return this.words.t(state === 'breached' ? 'dueAlarm.breached' : 'dueAlarm.warning', facts);
  }

  private open(): string | undefined {
    if (document.visibilityState !== 'visible') return undefined;
    return /\/inbox\/\w+\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
  }
}
