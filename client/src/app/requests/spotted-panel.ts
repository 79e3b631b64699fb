import { httpResource } from '@angular/common/http';
import { Component, DestroyRef, Injectable, computed, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Entry } from '@candour/shared/conversations.js';
import type { Suggestion } from '@candour/shared/requests.js';
import { Suggestions } from '@candour/shared/requests.js';
import { as } from '../core/api';
import { Live } from '../core/live';
import { Words } from '../core/words';
import { pieces, type Piece } from './spotted-rules';

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

  /** The text of a message, cut at the words that say so. */
  pieces({ text = '', masks }: Entry, { spans }: Suggestion): readonly Piece[] {
    return pieces(text, spans, masks);
  }
}

/** Below a message that reads like a request: like which, and what became of it. */
@Component({
  selector: 'cd-spotted',
  imports: [MatIcon],
  host: { class: 'small-type' },
  template: `<mat-icon class="small" svgIcon="gpp_maybe" aria-hidden="true" />
    {{ t(of().request ? 'request.isOpened' : 'request.reads', { type: words.of('topicReason', type()) }) }}`,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 4px;
      margin-top: 2px;
      font-weight: 500;
    }
  `,
})
export class SpottedNote {
  readonly of = input.required<Suggestion>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly type = computed(() => this.of().request?.type ?? this.of().type);
}
