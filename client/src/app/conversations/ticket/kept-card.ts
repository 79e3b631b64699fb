import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { WhyAnswer } from '@candour/shared/conversations.js';
import { as } from '../../core/api';
import { Words } from '../../core/words';
import { WhyPanel } from '../../policy/why-panel';
import { TroubleNote } from '../../ui/trouble-note';
import { ConversationStore } from '../conversation.store';

/** "Kept until" of one message, the newest unless one was asked for. */
@Component({
  selector: 'cd-kept-card',
  imports: [TroubleNote, WhyPanel],
  template: `
    <h2>{{ t('kept.title') }}</h2>
    @if (shown(); as seq) {
      <p class="quiet small-type">
        {{ asked() ? t('kept.message', { seq }) : t('kept.newest') }}
        @if (excerpt(); as excerpt) {
          <q class="cut">{{ excerpt }}</q>
        }
      </p>
      @if (answer.hasValue()) {
        <cd-why-panel [decision]="answer.value().decision" />
      } @else if (answer.error(); as error) {
        <cd-trouble [of]="error" [retries]="true" (retry)="answer.reload()" />
      } @else {
        <span class="skeleton" [style.height.px]="84"></span>
      }
    } @else {
      <p class="quiet">{{ t('kept.empty') }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
      padding: 12px 16px 24px;
      border-top: var(--edge);
    }
    p {
      display: flex;
      gap: 8px;
      white-space: nowrap;
    }
    p.quiet:not(.small-type) {
      white-space: normal;
    }
  `,
})
export class KeptCard {
  readonly seq = input<number>();
  protected readonly t = inject(Words).t;
  private readonly store = inject(ConversationStore);
  protected readonly asked = computed(() => this.seq() !== undefined);
  private readonly entry = computed(() => {
    const { entries } = this.store.log();
    const asked = this.seq();
    return asked === undefined
      ? entries.findLast((entry) => entry.kind === 'message')
      : entries.find((entry) => entry.seq === asked);
  });
  protected readonly shown = computed(() => this.entry()?.seq);
  protected readonly excerpt = computed(() => this.entry()?.text?.slice(0, 80));
  protected readonly answer = httpResource(
    () => {
      const seq = this.shown();
      const id = this.store.id();
      return seq && id ? `/api/conversations/${id}/why/${seq}` : undefined;
    },
    { parse: as(WhyAnswer) },
  );
}
