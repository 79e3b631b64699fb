import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Mask } from '@candour/shared/conversations.js';
import { OwnOrigins } from '../core/own-origins';
import { Words } from '../core/words';
import { stretches, withLinks } from './message-text-rules';

/** The words of a message: what is masked says so, links say where they lead. */
@Component({
  selector: 'cd-message-text',
  imports: [MatIcon],
  template: `@for (part of parts(); track $index) {
    @if (part.mask) {
      <span class="masked"
        ><span aria-hidden="true" [textContent]="part.text"></span
        ><span [textContent]="words.of('mask', part.mask)"></span
      ></span>
    } @else if (part.link) {
      <a [href]="part.link.href" target="_blank" rel="noopener noreferrer nofollow" [title]="part.link.href">{{
        part.text
      }}</a>
      @if (part.link.external) {
        <span class="external small-type"
          ><mat-icon class="small" svgIcon="open_in_new" aria-hidden="true" />{{
            t('link.external', { host: part.link.host })
          }}</span
        >
      }
    } @else {
      <span [textContent]="part.text"></span>
    }
  }`,
  styles: `
    a {
      color: inherit;
      font-weight: 500;
    }
    .external {
      display: inline-flex;
      align-items: center;
      gap: 3px;
      margin: 0 2px;
      padding: 0 5px;
      border: 1px solid currentcolor;
      border-radius: 4px;
      white-space: normal;
      vertical-align: baseline;
    }
    .masked {
      display: inline-flex;
      align-items: baseline;
      gap: 6px;
      padding: 0 6px;
      border: 1px solid currentcolor;
      border-radius: 4px;
      font-size: var(--size-small);
      white-space: normal;
    }
    .masked [aria-hidden] {
      letter-spacing: -0.08em;
    }
  `,
})
export class MessageText {
  readonly text = input.required<string>();
  readonly masks = input<readonly Mask[]>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly origins = inject(OwnOrigins);
  protected readonly parts = computed(() => withLinks(stretches(this.text(), this.masks()), this.origins.all()));
}
