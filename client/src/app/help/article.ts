import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import { ArticlePage } from '@candour/shared/articles.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** One article. Its HTML is made by the desk from Markdown, and Angular cleans it once more. */
@Component({
  selector: 'cd-help-article',
  imports: [RouterLink, TroubleNote],
  template: `
    <p>
      <a routerLink="/help/articles">{{ t('help.articles') }}</a>
    </p>
    @if (page.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="page.reload()" />
    } @else if (shown(); as article) {
      <article [lang]="article.language">
        <h1>{{ article.title }}</h1>
        <p class="quiet">
          {{ words.of('topic', article.topic) }} ·
          {{ t('help.articleUpdated', { date: dates.day(article.updatedAt) }) }}
        </p>
        <div class="text prose" [innerHTML]="article.html"></div>
      </article>
      <p>
        <a routerLink="/help">{{ t('help.articleAsk') }}</a>
      </p>
    }
  `,
  styles: `
    article {
      margin-top: 8px;
    }
    h1 {
      font-size: 1.75rem;
      line-height: 1.25;
    }
    h1 + p {
      margin-top: 8px;
    }
    .text {
      margin: 24px 0 32px;
      overflow-wrap: anywhere;
    }
  `,
})
export default class HelpArticle {
  /** From the address. */
  readonly slug = input.required<string>();
  /** From the address: a link brings the language that its slug is in. */
  readonly language = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly router = inject(Router);
  private readonly title = inject(Title);
  protected readonly page = httpResource(
    () => ({
      url: `/api/help/articles/${encodeURIComponent(this.slug())}`,
      params: { language: this.words.language() },
    }),
    { parse: as(ArticlePage) },
  );
  protected readonly shown = computed(() => (this.page.hasValue() ? this.page.value() : undefined));
  /** The last that was shown: who changes the language goes on with the same article. */
  private last: ArticlePage | undefined;

  constructor() {
    effect(() => {
      const shown = this.shown();
      if (shown) {
        this.last = shown;
        this.title.setTitle(shown.title);
        return;
      }
      const language = this.words.language();
      const same = this.last?.others.find((one) => one.language === language);
      if (same && this.last?.slug === this.slug()) {
        untracked(() => void this.router.navigate(['/help/articles', same.slug], { replaceUrl: true }));
      }
    });
  }
}
