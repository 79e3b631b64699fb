import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { newId } from '@candour/shared/ids.js';
import { OwnVisits, type OwnVisit } from '@candour/shared/visits.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { troubleOf, type Trouble } from '../core/problems';
import { Words, type WordKey } from '../core/words';
import { Empty } from '../ui/empty';
import { deskFields } from '../ui/fields';
import { TroubleNote } from '../ui/trouble-note';

/** An installer's screen, made for a phone: today's and coming visits, whom they are at, and what was found there. */
@Component({
  selector: 'cd-visits-page',
  imports: [Empty, MatButton, MatFormField, MatIcon, MatInput, MatLabel, TroubleNote],
  providers: [deskFields],
  template: `
    <h1>{{ t('title.visits') }}</h1>
    <p class="quiet">{{ t('visit.intro') }}</p>
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    @if (visits.error(); as error) {
      <cd-trouble [of]="error" [retries]="true" (retry)="visits.reload()" />
    }
    @for (group of groups(); track group.word) {
      <h2>{{ t(group.word) }}</h2>
      <ul>
        @for (visit of group.rows; track visit.id) {
          <li>
            <div class="row">
              <strong class="figures grow">{{ dates.moment(visit.at) }}</strong>
              <span class="mark" [class.done]="visit.state === 'done'" [class.waiting]="visit.state === 'planned'">
                <mat-icon
                  class="small"
                  [svgIcon]="visit.state === 'done' ? 'check' : 'schedule'"
                  aria-hidden="true"
                />{{ t(visit.state === 'done' ? 'visit.isDone' : 'visit.isPlanned') }}
              </span>
            </div>
            @if (visit.for; as whom) {
              @if (whom.firstName; as name) {
                <p class="name">{{ name }}</p>
              }
              @if (whom.address; as address) {
                <address>{{ address }}</address>
              }
              <ul class="lines">
                @for (line of whom.lines; track $index) {
                  <li>
                    <span class="figures">{{ line.quantity }} ×</span> {{ line.title }}
                  </li>
                }
              </ul>
              <mat-form-field>
                <mat-label>{{ t('visit.note') }}</mat-label>
                <textarea
                  #note
                  matInput
                  rows="2"
                  maxlength="2000"
                  [value]="drafts().get(visit.id) ?? ''"
                  (input)="draft(visit.id, note.value)"
                ></textarea>
              </mat-form-field>
              <div class="deeds">
                <button
                  mat-stroked-button
                  type="button"
                  [disabled]="busy() || !(drafts().get(visit.id) ?? '').trim()"
                  (click)="leaveNote(visit)"
                >
                  {{ t('visit.send') }}
                </button>
                @if (visit.state === 'planned') {
                  <button mat-flat-button type="button" [disabled]="busy()" (click)="send(visit, 'done')">
                    {{ t('visit.done') }}
                  </button>
                }
              </div>
              @if (noted() === visit.id) {
                <p class="small-type" role="status">{{ t('visit.noted') }}</p>
              }
            } @else if (!visit.mine) {
              <p class="quiet">{{ t('visit.free') }}</p>
              <button mat-stroked-button type="button" [disabled]="busy()" (click)="send(visit, 'take')">
                {{ t('visit.take') }}
              </button>
            } @else {
              <p class="quiet">{{ t('visit.later') }}</p>
            }
          </li>
        }
      </ul>
    } @empty {
      @if (visits.hasValue()) {
        <cd-empty icon="schedule" [title]="t('visit.none')">{{ t('visit.noneMore') }}</cd-empty>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 640px;
      padding: 16px 20px 40px;
    }
    h1,
    p {
      margin: 0 0 8px;
    }
    h2 {
      margin: 20px 0 8px;
      font-size: 1rem;
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul > li:has(.row) {
      padding: 12px 16px;
      border: var(--edge);
      border-radius: 12px;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      margin-bottom: 8px;
    }
    .name {
      margin: 0;
      font-weight: 600;
    }
    address {
      margin-bottom: 8px;
      font-style: normal;
      white-space: pre-line;
    }
    .lines {
      gap: 4px;
      margin-bottom: 12px;
    }
    mat-form-field {
      width: 100%;
      margin-bottom: 8px;
    }
    .deeds {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export default class VisitsPage {
  protected readonly t = inject(Words).t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly now = inject(Now);
  protected readonly visits = httpResource(() => '/api/visits', { parse: as(OwnVisits) });
  protected readonly drafts = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly busy = signal(false);
  protected readonly noted = signal<string | undefined>(undefined);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly groups = computed((): readonly { word: WordKey; rows: readonly OwnVisit[] }[] => {
    const rows = this.visits.hasValue() ? this.visits.value().rows : [];
    const today = new Date(this.now.at()).setHours(0, 0, 0, 0);
    const tomorrow = new Date(today).setDate(new Date(today).getDate() + 1);
    return [
      { word: 'visit.today' as const, rows: rows.filter(({ at }) => at >= today && at < tomorrow) },
      { word: 'visit.coming' as const, rows: rows.filter(({ at }) => at >= tomorrow) },
      { word: 'visit.past' as const, rows: rows.filter(({ at }) => at < today) },
    ].filter((group) => group.rows.length > 0);
  });

  protected draft(id: string, text: string): void {
    this.drafts.update((drafts) => new Map(drafts).set(id, text));
  }

  protected async leaveNote(visit: OwnVisit): Promise<void> {
    const text = this.drafts().get(visit.id)?.trim();
    if (!text || !(await this.send(visit, 'notes', { clientId: `visit-${newId()}`, text }))) return;
    this.draft(visit.id, '');
    this.noted.set(visit.id);
  }

  protected async send({ id }: OwnVisit, deed: 'take' | 'notes' | 'done', body: object = {}): Promise<boolean> {
    this.busy.set(true);
    this.trouble.set(undefined);
    this.noted.set(undefined);
    try {
      this.visits.set(await this.api.send('POST', `/api/visits/${id}/${deed}`, OwnVisits, body));
      return true;
    } catch (error) {
      this.trouble.set(troubleOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
