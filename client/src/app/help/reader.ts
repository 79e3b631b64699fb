import type { OnDestroy, OnInit } from '@angular/core';
import { Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Proved, ReadConversation } from '@candour/shared/contact.js';
import { Sent, TEXT_MAX, type Entry } from '@candour/shared/conversations.js';
import { SECOND } from '@candour/shared/instant.js';
import { MessageText } from '../ui/message-text';
import { Dates } from '../core/dates';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { deskFields } from '../ui/fields';
import { TroubleNote } from '../ui/trouble-note';
import { newFormId } from './form-fields';
import { ReaderAttach } from './reader-attach';
import { ReaderDesk } from './reader-desk';
import { ReaderFiles } from './reader-files';
import { merged } from './reader-rules';

/** A page that stays open asks so often for what came. */
const AGAIN = 20 * SECOND;
const over = new Set<Trouble['code']>(['token-invalid', 'token-expired']);

/** One conversation as its customer reads it outside the chat, and writes on. */
@Component({
  selector: 'cd-reader',
  imports: [MatButton, MatFormField, MatInput, MatLabel, MessageText, ReaderAttach, ReaderFiles, TroubleNote],
  providers: [deskFields, ReaderDesk],
  template: `
    <h1 #heading tabindex="-1">
      {{ shown() ? t('contact.number', { number: shown()?.number ?? 0 }) : t('contact.track') }}
    </h1>
    @if (shown(); as shown) {
      <p class="quiet">
        {{ words.of('topic', shown.topic) }} · {{ words.of('readerStatus', shown.status) }} ·
        {{ t('contact.begun', { date: dates.day(shown.createdAt) }) }}
      </p>
      <ol role="log" [attr.aria-label]="t('contact.log')" [lang]="shown.language">
        @for (entry of messages(); track entry.seq) {
          <li [class.own]="entry.by.role === 'customer'">
            <p class="who quiet small-type">
              {{ entry.by.role === 'customer' ? t('contact.you') : (entry.by.name ?? t('contact.team')) }} ·
              <time [attr.datetime]="iso(entry.at)">{{ dates.moment(entry.at) }}</time>
            </p>
            @if (entry.text) {
              <p class="text"><cd-message-text [text]="entry.text" [masks]="entry.masks" /></p>
            }
            @if (entry.attachments; as files) {
              <cd-reader-files [files]="files" />
            }
          </li>
        }
      </ol>
      @if (shown.codeWanted) {
        <form class="form" novalidate (submit)="prove($event, proof.value)">
          <p>{{ t('contact.proofIntro') }}</p>
          <mat-form-field>
            <mat-label>{{ t('contact.code') }}</mat-label>
            <input #proof matInput inputmode="numeric" autocomplete="one-time-code" maxlength="6" />
          </mat-form-field>
          <button mat-stroked-button type="submit" [disabled]="sending()">{{ t('contact.prove') }}</button>
        </form>
      }
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" />
      }
      @if (shown.mayWrite) {
        <form class="form" novalidate (submit)="send($event)">
          <mat-form-field>
            <mat-label>{{ t('contact.writeOn') }}</mat-label>
            <textarea
              #field
              matInput
              rows="4"
              [attr.maxlength]="most"
              [value]="text()"
              (input)="text.set(field.value)"
            ></textarea>
          </mat-form-field>
          <div class="row wrap">
            <cd-reader-attach class="grow" />
            <button mat-flat-button type="submit" [disabled]="sending() || !whole()">{{ t('contact.send') }}</button>
          </div>
        </form>
      } @else {
        <p class="quiet">{{ t('contact.readOnly') }}</p>
      }
    } @else if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" [retries]="true" (retry)="load()" />
    } @else {
      <span class="skeleton" [style.height.px]="240" aria-hidden="true"></span>
    }
  `,
  styleUrl: './reader.scss',
})
export class Reader implements OnInit, OnDestroy {
  /** Kept in this page alone. */
  readonly token = input.required<string>();
  /** It opens nothing any more. */
  readonly lost = output<Trouble>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  private readonly desk = inject(ReaderDesk);
  private readonly attach = viewChild(ReaderAttach);
  protected readonly most = TEXT_MAX;
  protected readonly shown = signal<ReadConversation | undefined>(undefined);
  protected readonly entries = signal<readonly Entry[]>([]);
  protected readonly messages = computed(() => this.entries().filter(({ kind }) => kind === 'message'));
  protected readonly text = signal('');
  protected readonly sending = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly timer = setInterval(() => document.hidden || void this.load(), AGAIN);
  /** Of the words in the field; sent again after an answer that was lost, they are one message. */
  private clientId = newFormId();
  private loading: Promise<unknown> = Promise.resolve();

  /** Something to send, and nothing on its way that belongs to it. */
  protected readonly whole = computed(() => {
    const attach = this.attach();
    return !attach?.unfit() && (this.text().trim() !== '' || (attach?.ready().length ?? 0) > 0);
  });

  ngOnInit(): void {
    this.desk.token = this.token();
    void this.load().then(() => this.heading().nativeElement.focus());
  }
  ngOnDestroy(): void {
    clearInterval(this.timer);
  }

  /** One after the other, so that none is read twice. */
  protected load(): Promise<unknown> {
    this.loading = this.loading.then(() =>
      this.tried(async () => {
        for (let more = true; more;) {
          const since = this.entries().at(-1)?.seq ?? 0;
          const page = await this.desk.ask('GET', `?since=${since}`, ReadConversation);
          this.entries.update((entries) => merged(entries, page.entries));
          this.shown.set(page);
          more = page.more && page.entries.length > 0;
        }
      }),
    );
    return this.loading;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.whole() || this.sending()) return;
    this.sending.set(true);
    const files = this.attach()?.ready() ?? [];
    const message = { clientId: this.clientId, text: this.text().trim() };
    const body = files.length > 0 ? { ...message, attachments: files } : message;
    const sent = await this.tried(() => this.desk.ask('POST', '/messages', Sent, body));
    if (sent) {
      this.clientId = newFormId();
      this.text.set('');
      this.attach()?.clear();
      await this.load();
    }
    this.sending.set(false);
  }

  protected async prove(event: Event, code: string): Promise<void> {
    event.preventDefault();
    this.sending.set(true);
    const proved = await this.tried(() => this.desk.ask('POST', '/code', Proved, { code: code.trim() }));
    if (proved) await this.load();
    this.sending.set(false);
  }

  protected iso(at: number): string {
    return new Date(at).toISOString();
  }

  private async tried(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.trouble.set(undefined);
      return true;
    } catch (error) {
      const trouble = troubleOf(error);
      if (over.has(trouble.code)) this.lost.emit(trouble);
      else this.trouble.set(trouble);
      return false;
    }
  }
}
