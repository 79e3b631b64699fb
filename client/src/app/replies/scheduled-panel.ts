import { Component, effect, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { ScheduledReply } from '@candour/shared/replies.js';
import { Dates } from '../core/dates';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { ScheduledStore } from './scheduled.store';

/** The replies of a conversation that wait for their time, and those that were held. */
@Component({
  selector: 'cd-scheduled-panel',
  imports: [MatButton, MatIcon, TroubleNote],
  template: `
    @for (reply of store.view()?.rows ?? []; track reply.id) {
      <section [class.held]="reply.status === 'held'" [attr.aria-label]="t('scheduled.title')">
        <p class="head">
          <mat-icon class="small" [svgIcon]="reply.held ? 'pan_tool_alt' : 'schedule_send'" aria-hidden="true" />
          @if (reply.held; as why) {
            {{ words.of('scheduledHeld', why) }}
          } @else {
            {{ t('scheduled.waits', { at: dates.moment(reply.at), by: reply.author.name }) }}
          }
        </p>
        <p class="said">{{ reply.text }}</p>
        @if (may()) {
          <div class="deeds">
            @if (reply.held && reply.held !== 'over') {
              <button mat-flat-button type="button" [disabled]="busy()" (click)="send(reply)">
                <mat-icon svgIcon="send" />{{ t('scheduled.sendNow') }}
              </button>
            }
            <button mat-stroked-button type="button" [disabled]="busy()" (click)="edit(reply)">
              {{ t('scheduled.edit') }}
            </button>
            <button mat-button type="button" [disabled]="busy()" (click)="cancel(reply)">
              {{ t('scheduled.cancel') }}
            </button>
          </div>
        }
      </section>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
  `,
  styles: `
    section {
      margin-bottom: 8px;
      padding: 8px 12px;
      border: 1px dashed var(--mat-sys-outline);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-low);
    }
    section.held {
      border: 1px solid var(--state-held);
      background: var(--state-held-ground);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 8px;
      font-weight: 600;
    }
    .held .head {
      color: var(--state-held);
    }
    .said {
      max-height: 18vh;
      margin: 4px 0 6px;
      overflow: auto;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .deeds {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ScheduledPanel {
  readonly conversationId = input.required<string>();
  readonly may = input.required<boolean>();
  /** The newest entry that the person has before their eyes. */
  readonly seen = input.required<number>();
  /** Its words go back into the composer. */
  readonly taken = output<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ScheduledStore);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);

  constructor() {
    effect(() => this.store.conversationId.set(this.conversationId()));
  }

  protected send(reply: ScheduledReply): Promise<void> {
    return this.doing(() => this.store.sendNow(reply, this.seen()));
  }

  protected edit(reply: ScheduledReply): Promise<void> {
    return this.doing(async () => this.taken.emit(await this.store.cancel(reply)));
  }

  protected cancel(reply: ScheduledReply): Promise<void> {
    return this.doing(async () => void (await this.store.cancel(reply)));
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await work();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
