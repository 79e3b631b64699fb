import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ConversationRow } from '@candour/shared/conversations.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** Beside the conversation of a customer who wants a call: says what came of one, which ends their waiting or not. */
@Component({
  selector: 'cd-callback-panel',
  imports: [MatButton, MatIcon, TroubleNote],
  template: `
    <h3><mat-icon class="small" svgIcon="call" aria-hidden="true" />{{ t('callback.title') }}</h3>
    <p class="quiet small-type">{{ t('callback.hint') }}</p>
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    <div class="row wrap">
      <button mat-stroked-button type="button" [disabled]="busy()" (click)="made(true)">
        {{ t('callback.reached') }}
      </button>
      <button mat-stroked-button type="button" [disabled]="busy()" (click)="made(false)">
        {{ t('callback.missed') }}
      </button>
      <span class="quiet small-type" role="status">{{ noted() ? t('callback.noted') : '' }}</span>
    </div>
  `,
  styles: `
    :host {
      display: block;
      padding: 16px;
      border-bottom: var(--edge);
    }
    h3 {
      display: flex;
      align-items: center;
      gap: 8px;
      margin: 0 0 4px;
      font-size: 0.875rem;
    }
    p {
      margin: 0 0 12px;
    }
  `,
})
export class CallbackPanel {
  readonly conversationId = input.required<string>();
  protected readonly t = inject(Words).t;
  private readonly api = inject(Api);
  protected readonly busy = signal(false);
  protected readonly noted = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  /** The time line and the row are told by the desk. */
  protected async made(reached: boolean): Promise<void> {
    this.busy.set(true);
    this.noted.set(false);
    this.trouble.set(undefined);
    try {
      const path = `/api/routing/conversations/${this.conversationId()}/called`;
      await this.api.send('POST', path, ConversationRow, { reached });
      this.noted.set(true);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
