import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ArticleCard, FoundArticles } from '@candour/shared/articles.js';
import { pageOf } from '@candour/shared/paging.js';
import { as } from '../core/api';
import { pagedList } from '../core/pages';
import { Words } from '../core/words';
import { MarkedText } from '../ui/marked';
import { TroubleNote } from '../ui/trouble-note';

/** What the help centre explains: searched by the beginnings of words, or read through. */
@Component({
  selector: 'cd-help-articles',
  imports: [MarkedText, MatButton, RouterLink, TroubleNote],
  templateUrl: './articles.html',
  styleUrl: './articles.scss',
})
export default class Articles {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly question = signal('');
  protected readonly found = httpResource(
    () => {
      const q = this.question();
      return q.length < 2
        ? undefined
        : { url: '/api/help/articles/search', params: { language: this.words.language(), q } };
    },
    { parse: as(FoundArticles) },
  );
  protected readonly hits = computed(() => (this.found.hasValue() ? this.found.value().rows : undefined));
  protected readonly all = pagedList(
    '/api/help/articles',
    pageOf(ArticleCard),
    computed(() => ({ language: this.words.language() })),
  );

  protected search(event: Event, question: string): void {
    event.preventDefault();
    this.question.set(question.trim().slice(0, 100));
  }
}
