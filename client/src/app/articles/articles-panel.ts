import { httpResource } from '@angular/common/http';
import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { FoundArticles, type FoundArticle } from '@candour/shared/articles.js';
import type { Language } from '@candour/shared/words.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { MarkedText } from '../ui/marked';

/** Looks for an article in the customer's language and puts its address into the reply. */
@Component({
  selector: 'cd-articles-panel',
  imports: [MarkedText, MatIcon, MatIconButton],
  host: { '(keydown.escape)': 'close($event)' },
  template: `
    <button
      #opener
      mat-icon-button
      type="button"
      [attr.aria-label]="t('articles.insert')"
      [attr.aria-expanded]="open()"
      [title]="t('articles.insert')"
      (click)="turn()"
    >
      <mat-icon svgIcon="help" />
    </button>
    @if (open()) {
      <div class="sheet" role="search">
        <input
          #field
          type="search"
          maxlength="100"
          [attr.aria-label]="t('help.articleSearch')"
          [placeholder]="t('help.articleSearch')"
          (input)="question.set(field.value.trim())"
        />
        <p class="quiet small-type" role="status">
          @if (hits(); as hits) {
            {{ hits.length === 0 ? t('help.articleNone') : words.count('help.articleCount', hits.length) }}
          }
        </p>
        <ul>
          @for (hit of hits(); track hit.id) {
            <li>
              <button type="button" (click)="choose(hit)"><cd-marked [pieces]="hit.titleMarked" /></button>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styles: `
    :host {
      position: relative;
    }
    .sheet {
      position: absolute;
      inset-block-end: 100%;
      inset-inline-end: 0;
      z-index: 2;
      width: min(360px, 90vw);
      max-height: 320px;
      padding: 12px;
      overflow: auto;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container);
    }
    input {
      width: 100%;
      min-height: 36px;
      padding: 4px 10px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 8px;
      background: var(--mat-sys-surface);
      color: inherit;
      font: inherit;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li button {
      width: 100%;
      padding: 8px;
      border: 0;
      border-radius: 8px;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    li button:hover {
      background: var(--mat-sys-surface-container-high);
    }
  `,
})
export class ArticlesPanel {
  /** The customer's. */
  readonly language = input.required<Language>();
  /** The address of what was chosen. */
  readonly chosen = output<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly open = signal(false);
  protected readonly question = signal('');
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly opener = viewChild('opener', { read: ElementRef<HTMLElement> });
  private readonly found = httpResource(
    () => {
      const q = this.question().slice(0, 100);
      if (!this.open() || q.length < 2) return undefined;
      return { url: '/api/help/articles/search', params: { language: this.language(), q } };
    },
    { parse: as(FoundArticles) },
  );
  protected readonly hits = computed(() => (this.found.hasValue() ? this.found.value().rows : undefined));

  protected turn(): void {
    this.open.update((open) => !open);
    // The field is there after the next drawing.
    if (this.open()) setTimeout(() => this.field()?.nativeElement.focus());
  }

  protected choose({ slug }: FoundArticle): void {
    this.open.set(false);
    this.chosen.emit(`${location.origin}/help/articles/${slug}?language=${this.language()}`);
  }

  protected close(event: Event): void {
    if (!this.open()) return;
    event.stopPropagation();
    this.open.set(false);
    (this.opener()?.nativeElement as HTMLElement | undefined)?.focus();
  }
}
