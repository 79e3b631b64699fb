import { Component, computed, effect, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { Dates } from '../core/dates';
import { ProblemWords, troubleOf } from '../core/problems';
import { Words } from '../core/words';
import { DutyStore } from './duty.store';

/**
 * A chat that is held for this person, in the corner: it takes neither the focus nor the place of what they do, says
 * itself once, and goes by itself when the time is over.
 */
@Component({
  selector: 'cd-offer-panel',
  imports: [MatButton, MatIcon],
  template: `
    <p class="visually-hidden" aria-live="polite">{{ said() }}</p>
    @if (first(); as offer) {
      <section class="offer" aria-labelledby="offer-title">
        <div class="line" aria-hidden="true"><span [style.width.%]="part()"></span></div>
        <div class="row head">
          <mat-icon svgIcon="forum" aria-hidden="true" />
          <h2 id="offer-title" class="grow">{{ t('offer.title', { name: name() }) }}</h2>
          <span class="left figures" aria-hidden="true">{{ t('offer.left', { n: left() }) }}</span>
        </div>
        <p class="quiet small-type">
          #{{ offer.row.number }} · {{ words.of('topic', offer.row.topic) }} ·
          {{ words.of('language', offer.row.language) }}
          @if (offer.row.waitingSince; as since) {
            · {{ t('offer.waits', { since: dates.relative(since) }) }}
          }
        </p>
        @if (offer.row.answerBy; as way) {
          <p class="mark">
            <mat-icon class="small" [svgIcon]="way === 'email' ? 'mail' : 'call'" aria-hidden="true" />
            {{ words.of('answerBy', way) }}
          </p>
        }
        @if (offer.row.preview; as preview) {
          <p class="words">{{ preview }}</p>
        }
        <div class="row deeds">
          <button mat-flat-button type="button" [disabled]="busy()" (click)="accept(offer.row.id)">
            {{ t('offer.accept') }}
          </button>
          <button mat-button type="button" [disabled]="busy()" (click)="refuse(offer.row.id)">
            {{ t('offer.refuse') }}
          </button>
          @if (store.offers().length > 1) {
            <span class="quiet small-type">{{ words.count('offer.more', store.offers().length - 1) }}</span>
          }
        </div>
      </section>
    }
  `,
  styles: `
    .offer {
      position: fixed;
      z-index: 5;
      inset: auto 16px 16px auto;
      width: min(360px, calc(100vw - 32px));
      padding: 14px 16px 12px;
      overflow: hidden;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-lowest);
      box-shadow: var(--mat-sys-level3);
    }
    .line {
      position: absolute;
      inset: 0 0 auto;
      height: 3px;
      background: var(--mat-sys-surface-container-highest);
    }
    .line span {
      display: block;
      height: 100%;
      background: var(--mat-sys-primary);
    }
    h2 {
      margin: 0;
      font-size: 0.9375rem;
    }
    p {
      margin: 4px 0 0;
    }
    .words {
      display: -webkit-box;
      overflow: hidden;
      -webkit-line-clamp: 2;
      -webkit-box-orient: vertical;
    }
    .left {
      color: var(--mat-sys-on-surface-variant);
    }
    .deeds {
      margin-top: 10px;
    }
  `,
})
export class OfferPanel {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(DutyStore);
  private readonly router = inject(Router);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  protected readonly busy = signal(false);
  private readonly at = signal(Date.now());
  protected readonly first = computed(() => this.store.offers()[0]);
  protected readonly name = computed(() => this.first()?.row.customer.name ?? this.t('conversation.customer'));
  protected readonly left = computed(() => Math.max(0, Math.ceil(((this.first()?.until ?? 0) - this.at()) / 1000)));
  protected readonly part = computed(() => {
    const offer = this.first();
    return offer ? Math.max(0, Math.min(100, ((offer.until - this.at()) / offer.ofMs) * 100)) : 0;
  });
  /** Read out once for each offer, and not with each second. */
  protected readonly said = computed(() => {
    const offer = this.first();
    if (!offer) return '';
    const seconds = Math.round(offer.leftMs / 1000);
    return this.t('offer.said', { name: this.name(), topic: this.words.of('topic', offer.row.topic), seconds });
  });

  constructor() {
    effect((onCleanup) => {
      if (this.store.offers().length === 0) return;
      this.at.set(Date.now());
      const timer = setInterval(() => this.tick(), 1_000);
      onCleanup(() => clearInterval(timer));
    });
  }

  private tick(): void {
    const now = Date.now();
    this.at.set(now);
    for (const { row, until } of this.store.offers()) if (until <= now) this.store.gone(row.id);
  }

  protected async accept(id: string): Promise<void> {
    this.busy.set(true);
    try {
      await this.store.accept(id);
      await this.router.navigate(['/inbox', id]);
    } catch (error) {
      this.say(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected refuse(id: string): void {
    this.store.refuse(id).catch((error: unknown) => this.say(error));
  }

  private say(error: unknown): void {
    this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
  }
}
