import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { scores, Surveys } from '@candour/shared/surveys.js';
import { as } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

/** What the customer said of how they were helped. Nothing stands here where they said nothing. */
@Component({
  selector: 'cd-survey-panel',
  imports: [MatIcon, TroubleNote, When],
  host: { '[class.some]': 'rows().length > 0 || !!surveys.error()' },
  template: `
    @if (rows().length > 0) {
      <h2>{{ t('survey.title') }}</h2>
      @for (survey of rows(); track survey.id) {
        <div class="row wrap">
          <span class="stars" role="img" [attr.aria-label]="t('survey.score', { score: survey.score })">
            @for (one of scores; track one) {
              <mat-icon class="small" svgIcon="star" [class.on]="one <= survey.score" aria-hidden="true" />
            }
          </span>
          <span class="figures">{{ t('survey.score', { score: survey.score }) }}</span>
          <span class="quiet small-type"><cd-when [at]="survey.answeredAt" /></span>
        </div>
        @if (survey.comment; as comment) {
          <q [textContent]="comment"></q>
        }
      }
      <p class="quiet small-type">{{ t('survey.kept') }}</p>
    }
    @if (surveys.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="surveys.reload()" />
    }
  `,
  styles: `
    :host {
      display: none;
    }
    :host(.some) {
      display: flex;
      flex-direction: column;
      gap: 6px;
      padding: 12px 16px;
      border-bottom: var(--edge);
    }
    .stars {
      display: inline-flex;
      color: var(--mat-sys-outline-variant);
    }
    .stars .on {
      color: var(--mat-sys-primary);
    }
    q {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    p {
      margin: 0;
    }
  `,
})
export class SurveyPanel {
  readonly conversationId = input.required<string>();
  /** How often it was rated, as far as its log says: a new rating is fetched. */
  readonly rated = input(0);
  protected readonly t = inject(Words).t;
  protected readonly scores = scores;
  protected readonly surveys = httpResource(
    () => {
      this.rated();
      return `/api/conversations/${this.conversationId()}/surveys`;
    },
    { parse: as(Surveys) },
  );
  protected readonly rows = computed(() => (this.surveys.hasValue() ? this.surveys.value().rows : []));
}
