import { Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Routing, SaveTeam, type DutyRow, type Team } from '@candour/shared/routing.js';
import { languages, topics } from '@candour/shared/words.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';

export interface TeamAsk {
  readonly team: Team | undefined;
  readonly people: readonly DutyRow[];
}

/** Makes a team, or changes the one it was opened with. */
@Component({
  selector: 'cd-team-dialog',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ ask.team ? t('team.edit') : t('team.add') }}</h2>
    <form novalidate (submit)="save($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <mat-form-field>
          <mat-label>{{ t('team.name') }}</mat-label>
          <input matInput autocomplete="off" [formField]="form.name" />
          <mat-error>{{ fields.first(form.name().errors(), form.name().value()) }}</mat-error>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('staff.topics') }}</mat-label>
          <mat-select multiple [formField]="form.topics" [placeholder]="t('staff.allTopics')">
            @for (topic of topics; track topic) {
              <mat-option [value]="topic">{{ words.of('topic', topic) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('staff.languages') }}</mat-label>
          <mat-select multiple [formField]="form.languages" [placeholder]="t('team.allLanguages')">
            @for (language of languages; track language) {
              <mat-option [value]="language">{{ words.of('language', language) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('team.capacity') }}</mat-label>
          <mat-select [formField]="form.capacity" [placeholder]="t('team.byRole')">
            <mat-option [value]="null">{{ t('team.byRole') }}</mat-option>
            @for (capacity of capacities; track capacity) {
              <mat-option [value]="capacity">{{ capacity }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('team.members') }}</mat-label>
          <mat-select multiple [formField]="form.memberIds">
            @for (person of ask.people; track person.id) {
              <mat-option [value]="person.id">{{ person.name }} · {{ words.of('role', person.role) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="form().submitting()">{{ t('do.save') }}</button>
      </mat-dialog-actions>
    </form>
  `,
})
export class TeamDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<TeamDialog, Routing>>(MatDialogRef);
  protected readonly ask = inject<TeamAsk>(MAT_DIALOG_DATA);
  protected readonly topics = topics;
  protected readonly languages = languages;
  protected readonly capacities = [1, 2, 3, 4, 5, 6, 8, 10] as const;
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly form = form(
    signal<SaveTeam>({
      name: this.ask.team?.name ?? '',
      topics: this.ask.team?.topics ?? [],
      languages: this.ask.team?.languages ?? [],
      capacity: this.ask.team?.capacity ?? null,
      memberIds: this.ask.team?.memberIds ?? [],
    }),
    (path) => validateStandardSchema(path, SaveTeam),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let saved: Routing | undefined;
    await sendForm(this.form, this.trouble, async (value) => {
      const { team } = this.ask;
      saved = team
        ? await this.api.send('PUT', `/api/routing/teams/${team.id}`, Routing, value)
        : await this.api.send('POST', '/api/routing/teams', Routing, value);
    });
    if (saved) this.ref.close(saved);
  }
}
