import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ArticleRow } from '@candour/shared/articles.js';
import { pageOf } from '@candour/shared/paging.js';
import { pagedList } from '../core/pages';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

/** The help centre's articles, drafts too, for those who write them. */
@Component({
  selector: 'cd-articles-page',
  imports: [MatButton, RouterLink, TroubleNote, When],
  template: `
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{{ t('title.articles') }}</h1>
          <p class="quiet">{{ t('articles.intro') }}</p>
        </div>
        <a mat-flat-button routerLink="/articles/new">{{ t('articles.add') }}</a>
      </div>
      @if (list.error(); as error) {
        <cd-trouble [of]="error" [retries]="true" (retry)="list.reload()" />
      }
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ t('articles.title') }}</th>
              <th scope="col">{{ t('articles.topic') }}</th>
              <th scope="col">{{ t('articles.languages') }}</th>
              <th scope="col">{{ t('articles.status') }}</th>
              <th scope="col">{{ t('articles.changed') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of list.rows(); track row.id) {
              <tr>
                <td>
                  <a [routerLink]="['/articles', row.id]">{{ row.title }}</a>
                </td>
                <td>{{ words.of('topic', row.topic) }}</td>
                <td>{{ row.languages.join(', ').toUpperCase() }}</td>
                <td>
                  <span class="mark" [class.done]="row.status === 'published'">{{
                    words.of('articleStatus', row.status)
                  }}</span>
                </td>
                <td class="figures"><cd-when [at]="row.updatedAt" /></td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (list.more()) {
        <button mat-stroked-button type="button" [disabled]="list.loadingMore()" (click)="list.loadMore()">
          {{ t('do.more') }}
        </button>
      }
    </div>
  `,
  styles: `
    /* On a phone: what it is about and how it stands. */
    @media (max-width: 600px) {
      :is(th, td):is(:nth-child(3), :nth-child(5)) {
        display: none;
      }
    }
  `,
})
export default class ArticlesPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly list = pagedList(
    '/api/articles',
    pageOf(ArticleRow),
    computed(() => ({})),
  );
}
