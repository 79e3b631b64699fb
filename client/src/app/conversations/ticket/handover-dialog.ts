import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import { ConversationRow, TEXT_MAX } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Colleagues } from '@candour/shared/notices.js';
import { topics } from '@candour/shared/words.js';
import { Api, as } from '../../core/api';
import { troubleOf } from '../../core/problems';
import { Teams } from '../../core/teams';
import { Words } from '../../core/words';
import { whoIsThere } from '../../routing/who-is-there';
import { deskFields } from '../../ui/fields';
import { TroubleNote } from '../../ui/trouble-note';

export interface Handover {
  readonly row: ConversationRow;
  readonly kind: 'transfer' | 'invite';
}

/** Hands a conversation over, or asks a colleague in: to whom, and what they must know. */
@Component({
  selector: 'cd-handover-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatOptgroup,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ t(data.kind === 'transfer' ? 'handover.transferTitle' : 'handover.inviteTitle') }}</h2>
    <form novalidate (submit)="send($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
        <mat-form-field>
          <mat-label>{{ t('handover.to') }}</mat-label>
          <mat-select [value]="to()" (valueChange)="to.set($event)">
            <mat-optgroup [label]="t('handover.people')">
              @for (one of people(); track one.id) {
                <mat-option [value]="'staffId ' + one.id"
                  >{{ one.name }} · {{ there().said(one.id) ?? words.of('role', one.role) }}</mat-option
                >
              }
            </mat-optgroup>
            @if (data.kind === 'transfer') {
              @if (teams().length > 0) {
                <mat-optgroup [label]="t('handover.teams')">
                  @for (team of teams(); track team.id) {
                    <mat-option [value]="'teamId ' + team.id">{{ team.name }}</mat-option>
                  }
                </mat-optgroup>
              }
              <mat-optgroup [label]="t('handover.queues')">
                @for (topic of topics; track topic) {
                  <mat-option [value]="'topic ' + topic">{{ words.of('topic', topic) }}</mat-option>
                }
              </mat-optgroup>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('handover.note') }}</mat-label>
          <textarea
            matInput
            required
            rows="4"
            [attr.maxlength]="max"
            [value]="note()"
            (input)="note.set($any($event.target).value)"
          ></textarea>
        </mat-form-field>
        <p class="quiet small-type">{{ t(person() ? 'handover.morePerson' : 'handover.moreQueue') }}</p>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="busy() || !to() || note().trim() === ''">
          {{ t(data.kind === 'transfer' ? 'handover.transfer' : 'handover.invite') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    mat-form-field {
      width: 100%;
      margin-top: 4px;
    }
  `,
})
export class HandoverDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly data = inject<Handover>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<HandoverDialog, ConversationRow>>(MatDialogRef);
  protected readonly topics = topics;
  protected readonly max = TEXT_MAX;
  private readonly colleagues = httpResource(() => '/api/colleagues', { parse: as(Colleagues), defaultValue: [] });
  protected readonly there = whoIsThere();
  protected readonly teams = inject(Teams).all;
  protected readonly people = computed(() => {
    const here = new Set([this.data.row.assignee?.id, ...(this.data.row.participants ?? []).map(({ id }) => id)]);
    const all = this.colleagues.hasValue() ? this.colleagues.value() : [];
    const { order } = this.there();
    return all
      .filter(({ id }) => (this.data.kind === 'transfer' ? id !== this.data.row.assignee?.id : !here.has(id)))
      .sort((a, b) => order(a.id) - order(b.id) || a.name.localeCompare(b.name));
  });
  /** What is chosen: the kind of goal, a space, its id. */
  protected readonly to = signal('');
  protected readonly person = computed(() => !this.to() || this.to().startsWith('staffId '));
  protected readonly note = signal('');
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  /** Once for what was filled in: a repeated send is answered like the first. */
  private readonly clientId = newId();

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [goal = '', id = ''] = this.to().split(' ');
    if (this.busy() || id === '' || this.note().trim() === '') return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const url = `/api/conversations/${this.data.row.id}/${this.data.kind}`;
      const ask = { clientId: this.clientId, note: this.note().trim(), [goal]: id };
      this.ref.close(await this.api.send('POST', url, ConversationRow, ask));
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
