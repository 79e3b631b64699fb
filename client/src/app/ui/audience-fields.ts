import { Component, inject, input, model } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { topics, type Topic } from '@candour/shared/words.js';
import { Session } from '../core/session';
import { Words } from '../core/words';

/** Of a canned reply or a macro: what it is about, and who may use it. */
@Component({
  selector: 'cd-audience-fields',
  imports: [MatFormField, MatLabel, MatOption, MatSelect],
  template: `
    <mat-form-field>
      <mat-label>{{ t('reply.topic') }}</mat-label>
      <mat-select [value]="topic()" (selectionChange)="topic.set($event.value)">
        <mat-option [value]="null">{{ t('reply.anyTopic') }}</mat-option>
        @for (one of topics; track one) {
          <mat-option [value]="one">{{ words.of('topic', one) }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <mat-form-field>
      <mat-label>{{ t('reply.whose') }}</mat-label>
      <mat-select [value]="shared()" [disabled]="!manages || kept()" (selectionChange)="shared.set($event.value)">
        <mat-option [value]="true">{{ t('reply.everybody') }}</mat-option>
        <mat-option [value]="false">{{ t('reply.myself') }}</mat-option>
      </mat-select>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class AudienceFields {
  readonly topic = model.required<Topic | null>();
  readonly shared = model.required<boolean>();
  /** Whose it is was said when it was made, and stays. */
  readonly kept = input.required<boolean>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly manages = inject(Session).can('reply.manage');
  protected readonly topics = topics;
}
