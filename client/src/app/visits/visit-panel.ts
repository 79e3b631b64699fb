import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { Visits } from '@candour/shared/visits.js';
import { Api, as } from '../core/api';
import { Dates } from '../core/dates';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { MomentField } from '../ui/moment-field';
import { TroubleNote } from '../ui/trouble-note';

/** Beside a conversation with an order: hands it to an installer, for one visit. */
@Component({
  selector: 'cd-visit-panel',
  imports: [MatButton, MatFormField, MatIcon, MatIconButton, MatLabel, MatOption, MatSelect, MomentField, TroubleNote],
  template: `
    @if (installers().length > 0 || rows().length > 0) {
      <h3>{{ t('visit.title') }}</h3>
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" />
      }
      <ul>
        @for (visit of rows(); track visit.id) {
          <li>
            <span class="grow">
              <span class="figures">{{ dates.moment(visit.at) }}</span>
              <span class="quiet small-type">
                {{ visit.installer?.name ?? t('visit.free') }} ·
                {{ t(visit.state === 'done' ? 'visit.isDone' : 'visit.isPlanned') }}
              </span>
            </span>
            @if (visit.state === 'planned') {
              <button
                mat-icon-button
                type="button"
                [attr.aria-label]="t('visit.cancel')"
                [disabled]="busy()"
                (click)="send('DELETE', '/' + visit.id)"
              >
                <mat-icon svgIcon="close" />
              </button>
            }
          </li>
        }
      </ul>
      <div class="fields">
        <cd-moment-field [label]="t('visit.at')" [(at)]="at" />
        <mat-form-field>
          <mat-label>{{ t('visit.by') }}</mat-label>
          <mat-select [value]="by()" (valueChange)="by.set($event)">
            <mat-option [value]="null">{{ t('visit.anybody') }}</mat-option>
            @for (one of installers(); track one.id) {
              <mat-option [value]="one.id">{{ one.name }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <button mat-stroked-button type="button" [disabled]="busy() || !ready()" (click)="plan()">
          {{ t('visit.plan') }}
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    :host:has(h3) {
      padding: 0 16px 16px;
    }
    h3 {
      margin: 0 0 12px;
      font-size: 0.875rem;
    }
    ul {
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
    }
    li .quiet {
      display: block;
    }
    .grow {
      flex: 1;
      min-width: 0;
    }
    .fields {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: 8px;
    }
    mat-form-field,
    cd-moment-field {
      width: 100%;
    }
  `,
})
export class VisitPanel {
  readonly conversationId = input.required<string>();
  protected readonly t = inject(Words).t;
  protected readonly dates = inject(Dates);
  private readonly api = inject(Api);
  private readonly path = computed(() => `/api/conversations/${this.conversationId()}/visits`);
  private readonly visits = httpResource(() => this.path(), { parse: as(Visits) });
  protected readonly rows = computed(() => (this.visits.hasValue() ? this.visits.value().rows : []));
  protected readonly installers = computed(() => (this.visits.hasValue() ? this.visits.value().installers : []));
  protected readonly at = signal<number | undefined>(undefined);
  protected readonly by = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly ready = computed(() => this.at() !== undefined);

  protected async plan(): Promise<void> {
    if (await this.send('POST', '', { at: this.at(), installerId: this.by() })) this.at.set(undefined);
  }

  protected async send(method: 'POST' | 'DELETE', path: string, body?: object): Promise<boolean> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      this.visits.set(await this.api.send(method, `${this.path()}${path}`, Visits, body));
      return true;
    } catch (error) {
      this.trouble.set(troubleOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
