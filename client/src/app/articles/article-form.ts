import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ArticleStatus, ArticleText } from '@candour/shared/articles.js';
import { Article, ArticlePreview, ARTICLE_MAX, WriteArticle } from '@candour/shared/articles.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { languages, topics } from '@candour/shared/words.js';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { articleOf, slugOf, type Writing } from './article-rules';

/** One article in up to four languages, beside what its readers will see. */
@Component({
  selector: 'cd-article-form',
  imports: [MatButton, RouterLink, TroubleNote],
  templateUrl: './article-form.html',
  styleUrl: './article-form.scss',
})
export default class ArticleForm {
  /** From the address; `new` for one that is not there yet. */
  readonly id = input.required<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly languages = languages;
  protected readonly topics = topics;
  protected readonly most = ARTICLE_MAX;
  protected readonly fresh = computed(() => this.id() === 'new');
  protected readonly kept = httpResource(() => (this.fresh() ? undefined : `/api/articles/${this.id()}`), {
    parse: as(Article),
  });
  protected readonly writing = linkedSignal<Writing>(() =>
    articleOf(this.kept.hasValue() ? this.kept.value() : undefined),
  );
  protected readonly language = signal<Language>('en');
  protected readonly text = computed(() => this.writing().texts[this.language()]);
  protected readonly preview = signal<string | undefined>(undefined);
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected speak(language: Language): void {
    this.language.set(language);
    this.preview.set(undefined);
  }

  protected set(change: Partial<ArticleText>): void {
    this.saved.set(false);
    this.writing.update((writing) => {
      const before = writing.texts[this.language()];
      const text = { ...before, ...change };
      // The address follows the title until somebody writes one.
      if (change.title !== undefined && before.slug === slugOf(before.title)) text.slug = slugOf(change.title);
      return { ...writing, texts: { ...writing.texts, [this.language()]: text } };
    });
  }
  protected file(topic: string): void {
    this.writing.update((writing) => ({ ...writing, topic: topic as Topic }));
  }

  protected async look(): Promise<void> {
    try {
      const { html } = await this.api.send('POST', '/api/articles/preview', ArticlePreview, { body: this.text().body });
      this.preview.set(html);
    } catch (error) {
      this.trouble.set(error);
    }
  }

  protected async save(event: Event, status: ArticleStatus): Promise<void> {
    event.preventDefault();
    this.trouble.set(undefined);
    const { topic, texts } = this.writing();
    const written = languages.map((language) => texts[language]).filter(({ title, body }) => title || body);
    const ask = WriteArticle.safeParse({ topic, status, texts: written });
    if (!ask.success) {
      this.trouble.set({ code: 'bad-input' });
      return;
    }
    this.saving.set(true);
    try {
      const url = this.fresh() ? '/api/articles' : `/api/articles/${this.id()}`;
      const article = await this.api.send(this.fresh() ? 'POST' : 'PUT', url, Article, ask.data);
      this.saved.set(true);
      if (this.fresh()) await this.router.navigate(['/articles', article.id], { replaceUrl: true });
      else this.kept.set(article);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  protected async remove(): Promise<void> {
    try {
      await this.api.tell('DELETE', `/api/articles/${this.id()}`);
      await this.router.navigate(['/articles']);
    } catch (error) {
      this.trouble.set(error);
    }
  }
}
