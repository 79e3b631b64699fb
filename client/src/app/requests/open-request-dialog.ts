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
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { deskFields } from '../ui/fields';
import { TroubleNote } from '../ui/trouble-note';

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
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  template: `
    <h2 mat-dialog-title>{{ t('request.openTitle') }}</h2>
    <form novalidate (submit)="open($event)">
      <mat-dialog-content class="form">
        @if (trouble(); as trouble) {
          <cd-trouble [of]="trouble" />
        }
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
          <div class="two">
            <mat-form-field>
              <mat-label>{{ t('request.channel') }}</mat-label>
              <mat-select [value]="channel()" (valueChange)="channel.set($event)">
                @for (one of channels; track one) {
                  <mat-option [value]="one">{{ words.of('channel', one) }}</mat-option>
                }
              </mat-select>
            </mat-form-field>
            <mat-form-field>
              <mat-label>{{ t('request.received') }}</mat-label>
              <input
                #received
                matInput
                required
                type="datetime-local"
                [max]="now"
                [value]="receivedAt()"
                (input)="receivedAt.set(received.value)"
              />
            </mat-form-field>
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
        <div class="two">
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
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('do.cancel') }}</button>
        <button mat-flat-button type="submit" [disabled]="busy() || !ready()">{{ t('request.open') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 12px;
    }
    .form {
      display: flex;
      flex-direction: column;
      gap: 12px;
      padding-top: 8px;
    }
    p {
      margin: 0;
    }
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
  protected readonly now = local(Date.now());
  protected readonly seq = signal(this.said?.messages.at(-1)?.seq);
  protected readonly type = signal<RequestType>('access');
  protected readonly place = signal<Jurisdiction>('unknown');
  protected readonly channel = signal<(typeof loggedChannels)[number]>('letter');
  protected readonly receivedAt = signal(this.now);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly language = signal(this.words.language());
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly ready = computed(() =>
    this.said ? this.seq() !== undefined : this.name().trim() !== '' && !Number.isNaN(Date.parse(this.receivedAt())),
  );

  protected short({ text = '' }: Entry): string {
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  }

  protected async open(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || !this.ready()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    const asked = { type: this.type(), jurisdiction: this.place() };
    try {
      if (this.said) {
        const path = `/api/conversations/${this.said.conversationId}/requests`;
        await this.api.send('POST', path, Suggestions, { ...asked, seq: this.seq() });
        this.ref.close(true);
      } else {
        const email = this.email().trim();
        const from = { name: this.name().trim(), ...(email === '' ? {} : { email }) };
        const receivedAt = Math.min(Date.parse(this.receivedAt()), Date.now());
        const more = { id: this.id, channel: this.channel(), language: this.language(), receivedAt, from };
        this.ref.close((await this.api.send('POST', '/api/requests', LoggedRequest, { ...asked, ...more })).id);
      }
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}

/** As a field of date and time takes it, in the person's zone. */
function local(at: number): string {
  const zone = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - zone).toISOString().slice(0, 16);
}
