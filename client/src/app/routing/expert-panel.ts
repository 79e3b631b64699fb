import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { ConversationRow } from '@candour/shared/conversations.js';
import { Experts } from '@candour/shared/routing.js';
import { Api, as } from '../core/api';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** Beside a conversation: hands it to a design expert. */
@Component({
  selector: 'cd-expert-panel',
  imports: [MatButton, MatFormField, MatIcon, MatLabel, MatOption, MatSelect, TroubleNote],
  template: `
    @if (experts().length > 0) {
      <h3>{{ t('expert.title') }}</h3>
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" />
      }
      <div class="row">
        <mat-form-field class="grow">
          <mat-label>{{ t('expert.to') }}</mat-label>
          <mat-select [value]="to() ?? ''" (selectionChange)="to.set($event.value || undefined)">
            <mat-option value="">{{ t('expert.anybody') }}</mat-option>
            @for (expert of experts(); track expert.id) {
              <mat-option [value]="expert.id">{{ t('expert.has', { name: expert.name, n: expert.load }) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <button mat-stroked-button type="button" [disabled]="busy()" (click)="handOver()">
          <mat-icon svgIcon="reply" class="onward" />{{ t('expert.do') }}
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
      padding: 12px 16px;
      border-bottom: var(--edge);
    }
    :host:has(h3) {
      padding: 16px;
    }
    h3 {
      margin: 0 0 12px;
      font-size: 0.875rem;
    }
    .onward {
      transform: scaleX(-1);
    }
  `,
})
export class ExpertPanel {
  readonly conversationId = input.required<string>();
  protected readonly t = inject(Words).t;
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly list = httpResource(
    () => (this.session.can('conversation.transfer') ? '/api/routing/experts' : undefined),
    { parse: as(Experts) },
  );
  protected readonly experts = computed(() =>
    this.list.hasValue() ? this.list.value().filter(({ id }) => id !== this.session.staff()?.id) : [],
  );
  protected readonly to = signal<string | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected async handOver(): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    const staffId = this.to();
    const path = `/api/routing/conversations/${this.conversationId()}/hand-over`;
    try {
      await this.api.send('POST', path, ConversationRow, staffId ? { staffId } : {});
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
