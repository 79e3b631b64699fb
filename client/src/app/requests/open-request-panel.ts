import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Entry } from '@candour/shared/conversations.js';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { OpenRequestDialog, type Said } from './open-request-dialog';
import { Spotted } from './spotted-panel';

/** Most messages to choose from: the newest. */
const OFFERED = 30;

/** Beside a conversation: opens a privacy request from a message that nothing spotted. */
@Component({
  selector: 'cd-open-request-panel',
  imports: [MatButton, MatIcon],
  template: `
    @if (may() && messages().length > 0) {
      <button mat-button type="button" (click)="open()">
        <mat-icon svgIcon="gpp_maybe" />{{ t('request.byHand') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 8px 8px 0;
    }
  `,
})
export class OpenRequestPanel {
  readonly conversationId = input.required<string>();
  readonly entries = input.required<readonly Entry[]>();
  protected readonly t = inject(Words).t;
  private readonly session = inject(Session);
  private readonly dialog = inject(MatDialog);
  private readonly spotted = inject(Spotted);
  protected readonly may = computed(() => this.session.can('request.open'));
  /** What the customer said and nothing was opened for yet. */
  protected readonly messages = computed(() =>
    this.entries()
      .filter(({ kind, by, text, seq }) => kind === 'message' && by.role === 'customer' && !!text && this.free(seq))
      .slice(-OFFERED),
  );

  protected open(): void {
    const data: Said = { conversationId: this.conversationId(), messages: this.messages() };
    this.dialog
      .open(OpenRequestDialog, { data, width: '640px' })
      .afterClosed()
      .subscribe((opened) => {
        if (opened !== undefined) this.spotted.resource.reload();
      });
  }

  private free(seq: number): boolean {
    return this.spotted.of(seq)?.request === undefined;
  }
}
