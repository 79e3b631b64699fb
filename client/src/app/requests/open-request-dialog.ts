import { Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Entry } from '@candour/shared/conversations.js';
import { newId } from '@candour/shared/ids.js';
import {
  jurisdictions,
  loggedChannels,
  LoggedRequest,
  requestTypes,
  Suggestions,
  type Jurisdiction,
  type RequestType,
} from '@candour/shared/requests.js';
import { languages } from '@candour/shared/words.js';
import { Api } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { DialogForm } from '../ui/dialog-form';
import { deskFields } from '../ui/fields';
import { MomentField } from '../ui/moment-field';
import { Sending } from '../ui/sending';

/** The conversation in which it was said, and its messages of the customer; without, it came by letter or phone. */
export interface Said {
  readonly conversationId: string;
  readonly messages: readonly Entry[];
}

/** What is shown of a message among others, in characters. */
const SHOWN = 60;

/** Opens a privacy request that nothing spotted: made in a message, or received on another way. */
@Component({
  selector: 'cd-open-request-dialog',
  imports: [DialogForm, MatFormField, MatInput, MatLabel, MatOption, MatSelect, MomentField],
  providers: [deskFields],
  template: `
    <cd-dialog-form
      [name]="t('request.openTitle')"
      [deed]="t('request.open')"
      [trouble]="sending.trouble()"
      [blocked]="sending.busy() || !ready()"
      (sent)="open()"
    >
      @if (said) {
        <mat-form-field>
          <mat-label>{{ t('request.message') }}</mat-label>
          <mat-select [value]="seq()" (valueChange)="seq.set($event)">
            @for (one of said.messages; track one.seq) {
              <mat-option [value]="one.seq">{{ dates.moment(one.at) }} · {{ short(one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      } @else {
        <div class="columns">
          <mat-form-field>
            <mat-label>{{ t('request.channel') }}</mat-label>
            <mat-select [value]="channel()" (valueChange)="channel.set($event)">
              @for (one of channels; track one) {
                <mat-option [value]="one">{{ words.of('channel', one) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
          <cd-moment-field [label]="t('request.received')" [max]="now" [(at)]="receivedAt" />
          <mat-form-field>
            <mat-label>{{ t('request.from') }}</mat-label>
            <input
              #from
              matInput
              required
              maxlength="120"
              autocomplete="off"
              [value]="name()"
              (input)="name.set(from.value)"
            />
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('request.fromEmail') }}</mat-label>
            <input
              #mail
              matInput
              type="email"
              maxlength="254"
              autocomplete="off"
              [value]="email()"
              (input)="email.set(mail.value)"
            />
          </mat-form-field>
          <mat-form-field>
            <mat-label>{{ t('inbox.language') }}</mat-label>
            <mat-select [value]="language()" (valueChange)="language.set($event)">
              @for (one of languages; track one) {
                <mat-option [value]="one">{{ words.of('language', one) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
        </div>
      }
      <div class="columns">
        <mat-form-field>
          <mat-label>{{ t('request.type') }}</mat-label>
          <mat-select [value]="type()" (valueChange)="type.set($event)">
            @for (one of types; track one) {
              <mat-option [value]="one">{{ words.of('topicReason', one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <mat-form-field>
          <mat-label>{{ t('request.jurisdiction') }}</mat-label>
          <mat-select [value]="place()" (valueChange)="place.set($event)">
            @for (one of places; track one) {
              <mat-option [value]="one">{{ words.of('jurisdiction', one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      </div>
      <p class="quiet small-type">{{ t(said ? 'request.fromMessage' : 'request.fromReceipt') }}</p>
    </cd-dialog-form>
  `,
})
export class OpenRequestDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly said = inject<Said | null>(MAT_DIALOG_DATA, { optional: true });
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<OpenRequestDialog, string | true>>(MatDialogRef);
  protected readonly types = requestTypes;
  protected readonly places = jurisdictions;
  protected readonly channels = loggedChannels;
  protected readonly languages = languages;
  /** The same for each try, so that a repeated one opens nothing more. */
  private readonly id = newId();
  protected readonly now = Date.now();
  protected readonly seq = signal(this.said?.messages.at(-1)?.seq);
  protected readonly type = signal<RequestType>('access');
  protected readonly place = signal<Jurisdiction>('unknown');
  protected readonly channel = signal<(typeof loggedChannels)[number]>('letter');
  protected readonly receivedAt = signal<number | undefined>(this.now);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly language = signal(this.words.language());
  protected readonly sending = new Sending();
  protected readonly ready = computed(() =>
    this.said ? this.seq() !== undefined : this.name().trim() !== '' && this.receivedAt() !== undefined,
  );

  protected short({ text = '' }: Entry): string {
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  }

  protected open(): Promise<void> {
    const asked = this.ready() ? { type: this.type(), jurisdiction: this.place() } : undefined;
    return this.sending.send(asked, async (ask) => {
      if (this.said) {
        const path = `/api/conversations/${this.said.conversationId}/requests`;
        await this.api.send('POST', path, Suggestions, { ...ask, seq: this.seq() });
        this.ref.close(true);
        return;
      }
      const email = this.email().trim();
      const from = { name: this.name().trim(), ...(email === '' ? {} : { email }) };
      const receivedAt = Math.min(this.receivedAt() ?? Infinity, Date.now());
      const more = { id: this.id, channel: this.channel(), language: this.language(), receivedAt, from };
      this.ref.close((await this.api.send('POST', '/api/requests', LoggedRequest, { ...ask, ...more })).id);
    });
  }
}
