import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { COMMENT_MAX, LinkedSurvey, scores, type Score } from '@candour/shared/surveys.js';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** One question, behind the link of a mail. */
@Component({
  selector: 'cd-rate',
  imports: [MatButton, MatFormField, MatIcon, MatInput, MatLabel, TroubleNote],
  template: `
    <div class="page narrow">
      @if (survey.error(); as error) {
        <cd-trouble [of]="error" [retries]="true" (retry)="survey.reload()" />
      } @else if (shown(); as shown) {
        <h1>{{ t('rate.title') }}</h1>
        <p class="quiet">{{ t('rate.ticket', { number: shown.number }) }}</p>
        @switch (shown.state) {
          @case ('given') {
            <p role="status">{{ t('rate.thanks') }}</p>
          }
          @case ('over') {
            <p role="status">{{ t('rate.over') }}</p>
          }
          @default {
            <form novalidate (submit)="send($event)">
              <fieldset>
                <legend class="visually-hidden">{{ t('rate.title') }}</legend>
                @for (one of scores; track one) {
                  <label [class.on]="score() === one">
                    <input
                      type="radio"
                      name="score"
                      [value]="one"
                      [checked]="score() === one"
                      (change)="score.set(one)"
                    />
                    <mat-icon svgIcon="star" aria-hidden="true" />
                    <span>{{ one }}</span>
                    <span class="small-type quiet">{{
                      one === 1 ? t('rate.low') : one === 5 ? t('rate.high') : ''
                    }}</span>
                  </label>
                }
              </fieldset>
              <mat-form-field appearance="outline">
                <mat-label>{{ t('rate.comment') }}</mat-label>
                <textarea
                  #field
                  matInput
                  rows="4"
                  [attr.maxlength]="most"
                  (input)="comment.set(field.value)"
                ></textarea>
              </mat-form-field>
              <p class="quiet small-type">{{ t('rate.kept') }}</p>
              @if (trouble(); as trouble) {
                <cd-trouble [of]="trouble" />
              }
              <button mat-flat-button type="submit" [disabled]="!score() || sending()">{{ t('rate.send') }}</button>
            </form>
          }
        }
      } @else {
        <span class="skeleton" [style.height.px]="240" aria-hidden="true"></span>
      }
    </div>
  `,
  styles: `
    form {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 16px;
    }
    mat-form-field {
      width: 100%;
    }
    fieldset {
      display: flex;
      gap: 8px;
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: flex;
      flex-direction: column;
      align-items: center;
      min-width: 52px;
      padding: 8px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      cursor: pointer;
    }
    label.on {
      border-color: var(--mat-sys-primary);
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
    }
    label:has(:focus-visible) {
      outline: 2px solid var(--mat-sys-primary);
      outline-offset: 2px;
    }
    input[type='radio'] {
      position: absolute;
      opacity: 0;
    }
  `,
})
export default class Rate {
  /** From the address. */
  readonly token = input.required<string>();
  private readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  protected readonly scores = scores;
  protected readonly most = COMMENT_MAX;
  protected readonly score = signal<Score | undefined>(undefined);
  protected readonly comment = signal('');
  protected readonly sending = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  private readonly url = computed(() => `/api/surveys/${encodeURIComponent(this.token())}`);
  protected readonly survey = httpResource(() => this.url(), { parse: as(LinkedSurvey) });
  protected readonly shown = computed(() => (this.survey.hasValue() ? this.survey.value() : undefined));

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const score = this.score();
    if (!score) return;
    const comment = this.comment().trim();
    this.sending.set(true);
    this.trouble.set(undefined);
    try {
      const rating = { score, ...(comment === '' ? {} : { comment }) };
      this.survey.set(await this.api.send('POST', this.url(), LinkedSurvey, rating));
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.sending.set(false);
    }
  }
}
