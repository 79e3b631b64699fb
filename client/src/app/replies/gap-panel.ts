import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ReplyPart } from '@candour/shared/replies.js';
import { Words } from '../core/words';
import { gapsOf, joined } from './reply-rules';

/** A reply with its gaps as fields: what is not known is written by the person, or not said. */
@Component({
  selector: 'cd-gap-panel',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <p class="text" [lang]="language()">
      @for (part of parts(); track $index) {
        @if ('text' in part) {
          <span [textContent]="part.text"></span>
        } @else {
          <mark [textContent]="given()[part.gap] || words.of('replyVariable', name(part.gap))"></mark>
        }
      }
    </p>
    @for (gap of gaps(); track gap.gap) {
      <mat-form-field subscriptSizing="dynamic">
        <mat-label>{{ words.of('replyVariable', name(gap.gap)) }}</mat-label>
        <input
          #field
          matInput
          autocomplete="off"
          [value]="given()[gap.gap] ?? ''"
          (input)="set(gap.gap, field.value)"
        />
        <mat-hint>{{ words.of('replyGap', gap.why) }}</mat-hint>
      </mat-form-field>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    .text {
      margin: 0;
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    mark {
      padding: 0 4px;
      border-radius: 4px;
      background: var(--state-waiting-ground);
      color: var(--state-waiting);
    }
  `,
})
export class GapPanel {
  readonly parts = input.required<readonly ReplyPart[]>();
  readonly language = input<string>();
  /** The whole text as soon as nothing is missing. */
  readonly filled = output<string | undefined>();
  protected readonly words = inject(Words);
  protected readonly gaps = computed(() => gapsOf(this.parts()));
  protected readonly given = linkedSignal<readonly ReplyPart[], Record<string, string>>({
    source: this.parts,
    computation: () => ({}),
  });

  /** Names as the catalogues spell them: a dot would lead into a group. */
  protected name(gap: string): 'other' {
    const name = gap.replace('.', '-');
    return (known.has(name) ? name : 'other') as 'other';
  }

  protected set(gap: string, text: string): void {
    this.given.update((given) => ({ ...given, [gap]: text }));
    this.filled.emit(joined(this.parts(), this.given()));
  }
}

const known = new Set(['customer-name', 'agent-name', 'ticket-number', 'order-number', 'order-title', 'order-total']);
