import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, Injectable, computed, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Suggestion } from '@candour/shared/requests.js';
import { Suggestions } from '@candour/shared/requests.js';
import { as } from '../core/api';
import { Live } from '../core/live';
import { Words } from '../core/words';
import { pieces } from './spotted-rules';

/** What was spotted in the open conversation: marked in the time line, offered beside it. */
@Injectable({ providedIn: 'root' })
export class Spotted {
  readonly conversationId = signal<string | undefined>(undefined);
  readonly resource = httpResource(
    () => {
      const id = this.conversationId();
      return id && `/api/conversations/${id}/request-suggestions`;
    },
    { parse: as(Suggestions) },
  );
  readonly rows = computed(() => (this.resource.hasValue() ? this.resource.value().rows : []));
  private readonly bySeq = computed(() => new Map(this.rows().map((row) => [row.seq, row])));

  constructor() {
    const stop = inject(Live).on('requests:changed', (id) => {
      if (id === this.conversationId()) this.resource.reload();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** What a message reads like; nothing where somebody said that it is none. */
  of(seq: number): Suggestion | undefined {
    const row = this.bySeq().get(seq);
    return row?.status === 'dismissed' ? undefined : row;
  }
}

/** A stretch of a message in which words read like a request: they are underlined, and a line says like which. */
@Component({
  selector: 'cd-spotted',
  imports: [MatIcon],
  template: `@for (piece of parts(); track $index) {
      @if (piece.spotted) {
        <mark [textContent]="piece.text"></mark>
      } @else {
        <span [textContent]="piece.text"></span>
      }
    }
    @if (ends()) {
      <span class="reads small-type">
        <mat-icon class="small" svgIcon="gpp_maybe" aria-hidden="true" />
        {{ t('request.reads', { type: words.of('topicReason', of().type) }) }}
      </span>
    }`,
  styles: `
    mark {
      color: inherit;
      background: none;
      text-decoration: underline 2px;
      text-decoration-color: var(--mat-sys-tertiary);
      text-underline-offset: 3px;
    }
    .reads {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-top: 4px;
      font-weight: 500;
    }
  `,
})
export class SpottedWords {
  readonly of = input.required<Suggestion>();
  readonly text = input.required<string>();
  /** Where the stretch begins in the message. */
  readonly from = input(0);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly parts = computed(() => pieces(this.text(), this.from(), this.of().spans));
  /** The line stands below the stretch that holds the last of the words. */
  protected readonly ends = computed(() => {
    const last = this.of().spans.at(-1)?.[1] ?? 0;
    return last > this.from() && last <= this.from() + this.text().length;
  });
}
