import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Words } from '../../core/words';
import { initials } from '../../ui/initials';
import { Company } from '../company';

/** At most so many colleagues by their initials; the others are counted. */
const SHOWN = 3;

/** In the header: whether the customer is there, and who else looks at the conversation. */
@Component({
  selector: 'cd-company-marks',
  imports: [MatIcon],
  template: `
    <span
      class="presence"
      [class.here]="company.customerHere()"
      [title]="t(company.customerHere() ? 'company.customerHere' : 'company.customerAway')"
    >
      <span class="dot" aria-hidden="true"></span
      >{{ t(company.customerHere() ? 'company.customerHere' : 'company.customerAway') }}
    </span>
    @if (company.colleagues().length > 0) {
      <ul [attr.aria-label]="t('company.viewing')">
        @for (one of shown(); track one.id) {
          <li [class.types]="one.types" [title]="t(one.types ? 'company.types' : 'company.views', { name: one.name })">
            <span aria-hidden="true">{{ initialsOf(one.name) }}</span>
            @if (one.types) {
              <mat-icon class="pen" svgIcon="edit_note" aria-hidden="true" />
            }
            <span class="visually-hidden">{{
              t(one.types ? 'company.types' : 'company.views', { name: one.name })
            }}</span>
          </li>
        }
        @if (more() > 0) {
          <li>+{{ more() }}</li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 8px;
    }
    .presence {
      display: inline-flex;
      flex: none;
      align-items: center;
      gap: 6px;
      white-space: nowrap;
    }
    /* Beside the customer's panel there is room for the dot alone; the words are still read aloud. */
    @media (max-width: 1500px) {
      .presence {
        position: relative;
        width: 8px;
        overflow: hidden;
      }
    }
    .dot {
      flex: none;
      width: 8px;
      height: 8px;
      border: 1.5px solid currentcolor;
      border-radius: 50%;
    }
    .here .dot {
      border-color: var(--state-done);
      background: var(--state-done);
    }
    ul {
      display: inline-flex;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      position: relative;
      place-items: center;
      width: 20px;
      height: 20px;
      border-radius: 50%;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      font-size: 0.5625rem;
      font-weight: 600;
    }
    li.types {
      outline: 2px solid var(--state-held);
    }
    .pen {
      position: absolute;
      right: -6px;
      bottom: -5px;
      width: 12px;
      height: 12px;
      color: var(--state-held);
      font-size: 12px;
    }
  `,
})
export class CompanyMarks {
  protected readonly company = inject(Company);
  protected readonly t = inject(Words).t;
  protected readonly initialsOf = initials;
  protected readonly shown = computed(() => this.company.colleagues().slice(0, SHOWN));
  protected readonly more = computed(() => this.company.colleagues().length - this.shown().length);
}

/** At the composer: somebody else writes an answer at this moment. */
@Component({
  selector: 'cd-collision',
  imports: [MatIcon],
  template: `
    <p role="status">
      @if (company.writing().length > 0) {
        <mat-icon class="small" svgIcon="edit_note" aria-hidden="true" />
        @if (company.writing().length === 1) {
          {{ t('company.collision', { name: company.writing()[0]!.name }) }}
        } @else {
          {{ t('company.collisions', { n: company.writing().length }) }}
        }
      }
    </p>
  `,
  styles: `
    p {
      display: flex;
      align-items: center;
      gap: 8px;
      color: var(--state-held);
      font-size: var(--size-small);
      font-weight: 500;
    }
    p:not(:empty):has(mat-icon) {
      margin-bottom: 6px;
      padding: 4px 12px;
      border-radius: 8px;
      background: var(--state-held-ground);
    }
  `,
})
export class Collision {
  protected readonly company = inject(Company);
  protected readonly t = inject(Words).t;
}
