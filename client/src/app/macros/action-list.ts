import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, model } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { ACTIONS_MAX, type ActionDo, type TicketAction } from '@candour/shared/macros.js';
import { Replies } from '@candour/shared/replies.js';
import { priorities, reasons, Tag } from '@candour/shared/tickets.js';
import { topics } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Teams } from '../core/teams';
import { Words } from '../core/words';

const fresh: { readonly [Do in ActionDo]: TicketAction } = {
  priority: { do: 'priority', priority: 'high' },
  topic: { do: 'topic', topic: 'orders', reason: null },
  tag: { do: 'tag', tags: [] },
  untag: { do: 'untag', tags: [] },
  take: { do: 'take' },
  queue: { do: 'queue', teamId: null },
  snooze: { do: 'snooze', hours: 24 },
  pending: { do: 'pending' },
  reply: { do: 'reply', replyId: '' },
  note: { do: 'note', text: '' },
  resolve: { do: 'resolve' },
};

/** Actions in their order, each changed where it stands. */
@Component({
  selector: 'cd-action-list',
  imports: [MatButton, MatFormField, MatIcon, MatIconButton, MatInput, MatLabel, MatOption, MatSelect],
  template: `
    <ol>
      @for (action of actions(); track $index; let i = $index) {
        <li>
          <mat-form-field>
            <mat-label>{{ t('macro.action', { n: i + 1 }) }}</mat-label>
            <mat-select [value]="action.do" (selectionChange)="kind(i, $event.value)">
              @for (one of kinds(); track one) {
                <mat-option [value]="one">{{ words.of('macroKind', one) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
          @switch (action.do) {
            @case ('priority') {
              <mat-form-field>
                <mat-label>{{ t('ticket.priority') }}</mat-label>
                <mat-select
                  [value]="action.priority"
                  (selectionChange)="set(i, { do: 'priority', priority: $event.value })"
                >
                  @for (one of priorities; track one) {
                    <mat-option [value]="one">{{ words.of('priority', one) }}</mat-option>
                  }
                </mat-select>
              </mat-form-field>
            }
            @case ('topic') {
              <mat-form-field>
                <mat-label>{{ t('ticket.topic') }}</mat-label>
                <mat-select
                  [value]="action.topic"
                  (selectionChange)="set(i, { do: 'topic', topic: $event.value, reason: null })"
                >
                  @for (one of topics; track one) {
                    <mat-option [value]="one">{{ words.of('topic', one) }}</mat-option>
                  }
                </mat-select>
              </mat-form-field>
              <mat-form-field>
                <mat-label>{{ t('ticket.reason') }}</mat-label>
                <mat-select
                  [value]="action.reason"
                  (selectionChange)="set(i, { do: 'topic', topic: action.topic, reason: $event.value })"
                >
                  <mat-option [value]="null">{{ t('ticket.noReason') }}</mat-option>
                  @for (one of reasons[action.topic]; track one) {
                    <mat-option [value]="one">{{ words.of('topicReason', one) }}</mat-option>
                  }
                </mat-select>
              </mat-form-field>
            }
            @case ('tag') {
              <mat-form-field>
                <mat-label>{{ t('macro.tags') }}</mat-label>
                <input
                  #tags
                  matInput
                  [value]="action.tags.join(', ')"
                  (change)="set(i, { do: 'tag', tags: tagsOf(tags.value) })"
                />
              </mat-form-field>
            }
            @case ('untag') {
              <mat-form-field>
                <mat-label>{{ t('macro.tags') }}</mat-label>
                <input
                  #tags
                  matInput
                  [value]="action.tags.join(', ')"
                  (change)="set(i, { do: 'untag', tags: tagsOf(tags.value) })"
                />
              </mat-form-field>
            }
            @case ('queue') {
              <mat-form-field>
                <mat-label>{{ t('macro.team') }}</mat-label>
                <mat-select [value]="action.teamId" (selectionChange)="set(i, { do: 'queue', teamId: $event.value })">
                  <mat-option [value]="null">{{ t('macro.sameQueue') }}</mat-option>
                  @for (team of teams(); track team.id) {
                    <mat-option [value]="team.id">{{ team.name }}</mat-option>
                  }
                </mat-select>
              </mat-form-field>
            }
            @case ('snooze') {
              <mat-form-field>
                <mat-label>{{ t('macro.hours') }}</mat-label>
                <input
                  #hours
                  matInput
                  type="number"
                  min="1"
                  max="720"
                  [value]="action.hours"
                  (change)="set(i, { do: 'snooze', hours: +hours.value })"
                />
              </mat-form-field>
            }
            @case ('reply') {
              <mat-form-field>
                <mat-label>{{ t('reply.title') }}</mat-label>
                <mat-select [value]="action.replyId" (selectionChange)="set(i, { do: 'reply', replyId: $event.value })">
                  @for (one of shared(); track one.id) {
                    <mat-option [value]="one.id">/{{ one.name }}</mat-option>
                  }
                </mat-select>
              </mat-form-field>
            }
            @case ('note') {
              <mat-form-field class="wide">
                <mat-label>{{ t('macro.note') }}</mat-label>
                <input
                  #note
                  matInput
                  maxlength="1000"
                  [value]="action.text"
                  (input)="set(i, { do: 'note', text: note.value })"
                />
              </mat-form-field>
            }
          }
          <span class="keys">
            <button
              mat-icon-button
              type="button"
              [disabled]="i === 0"
              [attr.aria-label]="t('macro.earlier', { n: i + 1 })"
              (click)="swap(i, i - 1)"
            >
              <mat-icon svgIcon="arrow_upward" />
            </button>
            <button
              mat-icon-button
              type="button"
              [attr.aria-label]="t('macro.removeAction', { n: i + 1 })"
              (click)="remove(i)"
            >
              <mat-icon svgIcon="delete" />
            </button>
          </span>
        </li>
      }
    </ol>
    <button mat-stroked-button type="button" [disabled]="actions().length >= most" (click)="add()">
      <mat-icon svgIcon="add" />{{ t('macro.addAction') }}
    </button>
  `,
  styles: `
    ol {
      display: flex;
      flex-direction: column;
      gap: 8px;
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    mat-form-field {
      flex: 1 1 170px;
      min-width: 0;
    }
    .keys {
      display: inline-flex;
    }
  `,
})
export class ActionList {
  readonly actions = model.required<readonly TicketAction[]>();
  /** Macros take; nobody takes anything by automation. */
  readonly takes = input(true);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly priorities = priorities;
  protected readonly topics = topics;
  protected readonly reasons = reasons;
  protected readonly most = ACTIONS_MAX;
  protected readonly kinds = computed(() =>
    (Object.keys(fresh) as ActionDo[]).filter((one) => this.takes() || one !== 'take'),
  );
  protected readonly teams = inject(Teams).all;
  private readonly replies = httpResource(() => '/api/replies', { parse: as(Replies) });
  protected readonly shared = computed(() =>
    this.replies.hasValue() ? this.replies.value().rows.filter((reply) => reply.shared) : [],
  );

  protected kind(i: number, kind: ActionDo): void {
    this.set(i, fresh[kind]);
  }

  protected set(i: number, action: TicketAction): void {
    this.actions.update((actions) => actions.map((one, at) => (at === i ? action : one)));
  }

  protected swap(i: number, j: number): void {
    this.actions.update((actions) => actions.map((one, at) => actions[at === i ? j : at === j ? i : at] ?? one));
  }

  protected remove(i: number): void {
    this.actions.update((actions) => actions.filter((_, at) => at !== i));
  }

  protected add(): void {
    this.actions.update((actions) => [...actions, fresh.priority]);
  }

  protected tagsOf(text: string): string[] {
    return text.split(',').flatMap((one) => {
      const tag = Tag.safeParse(one);
      return tag.success ? [tag.data] : [];
    });
  }
}
