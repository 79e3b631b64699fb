import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import { ConversationRow, TEXT_MAX } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import { Colleagues } from '@candour/shared/notices.js';
import { topics } from '@candour/shared/words.js';
import { Api, as } from '../../core/api';
import { Teams } from '../../core/teams';
import { Words } from '../../core/words';
import { whoIsThere } from '../../core/who-is-there';
import { DialogForm } from '../../ui/dialog-form';
import { deskFields } from '../../ui/fields';
import { Sending } from '../../ui/sending';

export interface Handover {
  readonly row: ConversationRow;
  readonly kind: 'transfer' | 'invite';
}

/** Hands a conversation over, or asks a colleague in: to whom, and what they must know. */
@Component({
  selector: 'cd-handover-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel, MatOptgroup, MatOption, MatSelect],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t(data.kind === 'transfer' ? 'handover.transferTitle' : 'handover.inviteTitle')"
      [deed]="t(data.kind === 'transfer' ? 'handover.transfer' : 'handover.invite')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !ask()"
      (sent)="send()"
    >
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
    </cd-dialog-form>
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
  protected readonly sending = new Sending();
  /** Once for what was filled in: a repeated send is answered like the first. */
  private readonly clientId = newId();

  protected readonly ask = computed(() => {
    const [goal = '', id = ''] = this.to().split(' ');
    const note = this.note().trim();
    return id === '' || note === '' ? undefined : { clientId: this.clientId, note, [goal]: id };
  });

  protected send(): Promise<void> {
    return this.sending.send(this.ask(), async (ask) => {
      const url = `/api/conversations/${this.data.row.id}/${this.data.kind}`;
      this.ref.close(await this.api.send('POST', url, ConversationRow, ask));
    });
  }
}
