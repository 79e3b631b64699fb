import {
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Dates } from '../../core/dates';
import { Words } from '../../core/words';
import { ConversationStore } from '../conversation.store';
import { Outgoing } from './outgoing';
import { stretches } from '../../ui/message-text-rules';

/** A reply that was held because of what came meanwhile: both side by side, and what to do about it. */
@Component({
  selector: 'cd-held-reply',
  imports: [MatButton, MatIcon],
  template: `
    @if (store.held(); as held) {
      <section #box tabindex="-1" [attr.aria-label]="words.count('held.title', came().length)">
        <p class="head" role="status">
          <mat-icon class="small" svgIcon="pan_tool_alt" aria-hidden="true" />
          {{ words.count('held.title', came().length) }}
        </p>
        <div class="two">
          <div>
            <h3 class="small-type quiet">{{ t('held.came') }}</h3>
            @for (entry of came(); track entry.seq) {
              <p class="said">
                <span class="small-type quiet"
                  >{{ store.authorOf(entry) }}
                  <time class="figures" [title]="dates.exact(entry.at)">{{ dates.time(entry.at) }}</time></span
                ><br />
                @for (part of stretches(entry.text ?? '', entry.masks); track $index) {
                  <span [textContent]="part.text"></span>
                }
              </p>
            } @empty {
              <p class="quiet">{{ t('held.coming') }}</p>
            }
          </div>
          <div>
            <h3 class="small-type quiet">{{ t('held.yours') }}</h3>
            <p class="said">{{ held.text }}</p>
          </div>
        </div>
        <div class="deeds">
          <button mat-flat-button type="button" [disabled]="!ready()" (click)="send()">
            <mat-icon svgIcon="send" />{{ t('held.send') }}
          </button>
          <button mat-stroked-button type="button" (click)="edit()">{{ t('held.edit') }}</button>
          <button mat-button type="button" (click)="discard()">{{ t('conversation.discard') }}</button>
        </div>
      </section>
    }
  `,
  styles: `
    section {
      margin-bottom: 8px;
      padding: 8px 12px;
      border: 1px solid var(--state-held);
      border-radius: 12px;
      background: var(--state-held-ground);
    }
    section:focus-visible {
      outline: 2px solid var(--state-held);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--state-held);
      font-weight: 600;
    }
    .two {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 16px;
      max-height: 30vh;
      margin: 6px 0;
      overflow: auto;
    }
    h3 {
      margin: 0 0 2px;
      font-weight: 500;
    }
    .said {
      margin: 0 0 6px;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .quiet {
      color: var(--mat-sys-on-surface-variant);
    }
    .deeds {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    @media (max-width: 760px) {
      .two {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class HeldReply {
  /** The text goes back into the composer. */
  readonly taken = output<string>();
  /** Answered, one way or the other: the caret belongs into the composer again. */
  readonly done = output();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ConversationStore);
  private readonly outgoing = inject(Outgoing);
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');
  protected readonly stretches = stretches;
  /** Also what comes while the person reads: it is before their eyes when they confirm. */
  protected readonly came = computed(() => {
    const seen = this.store.held()?.seen ?? Infinity;
    return this.store.log().entries.filter(({ seq, kind }) => seq > seen && kind === 'message');
  });
  protected readonly ready = computed(() => {
    const head = this.store.held()?.trouble?.facts?.['head'];
    return this.came().length > 0 && this.store.log().head >= Number(head ?? 0);
  });

  constructor() {
    let shown: string | undefined;
    afterRenderEffect(() => {
      const id = this.store.held()?.clientId;
      const box = this.box()?.nativeElement;
      if (id === shown) return;
      shown = id;
      if (!box) return;
      box.scrollIntoView({ block: 'nearest' });
      // Read first: a second Enter of somebody who hurries must not confirm. Nobody is drawn from another field.
      const active = document.activeElement;
      if (active === document.body || active?.closest('cd-composer')) untracked(() => box.focus());
    });
  }

  protected send(): void {
    const held = this.store.held();
    if (!held) return;
    this.outgoing.confirm(held.clientId, this.store.log().head);
    this.done.emit();
  }

  protected edit(): void {
    const held = this.store.held();
    if (!held) return;
    this.outgoing.discard(held.clientId);
    this.taken.emit(held.text);
  }

  protected discard(): void {
    const held = this.store.held();
    if (!held) return;
    this.outgoing.discard(held.clientId);
    this.done.emit();
  }
}
