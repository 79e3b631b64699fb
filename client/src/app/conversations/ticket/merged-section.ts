import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Entries, type Entry } from '@candour/shared/conversations.js';
import { Api } from '../../core/api';
import { Dates } from '../../core/dates';
import { troubleOf } from '../../core/problems';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { ConversationStore } from '../conversation.store';
import { EntryFiles } from '../time-line/entry-files';
import { InboxStore } from '../inbox/inbox.store';
import { MessageText } from '../../ui/message-text';

/** Entries that are fetched at once. */
const PAGE = 100;

/**
 * What belongs to the fact of a merge: on the time line of the target the other conversation's own log, read where it
 * stands; on that of the one merged away the way to where it goes on.
 */
@Component({
  selector: 'cd-merged-section',
  imports: [EntryFiles, MatButton, MatIcon, MessageText, RouterLink, TroubleNote],
  template: `
    @if (merge(); as it) {
      <div class="merged">
        <div class="row">
          <a class="small-type" [routerLink]="['/inbox', inbox.filter().view, it.id]" queryParamsHandling="preserve">
            {{ t(it.away ? 'merge.goTo' : 'merge.goToOther', { number: it.number }) }}
          </a>
          @if (!it.away) {
            <button mat-button type="button" class="small-type" [attr.aria-expanded]="open()" (click)="toggle(it.id)">
              <mat-icon class="small" [svgIcon]="open() ? 'keyboard_arrow_up' : 'keyboard_arrow_down'" />
              {{ t(open() ? 'merge.hide' : 'merge.show') }}
            </button>
          }
        </div>
        @if (open()) {
          <section [attr.aria-label]="t('merge.logOf', { number: it.number })">
            @if (trouble(); as trouble) {
              <cd-trouble [of]="trouble" />
            }
            @if (more()) {
              <button mat-button type="button" [disabled]="busy()" (click)="load(it.id)">
                {{ t('conversation.older') }}
              </button>
            }
            @for (entry of said(); track entry.seq) {
              <article [class.note]="entry.kind === 'note'">
                <p class="small-type quiet">
                  {{ store.authorOf(entry) }}
                  @if (entry.kind === 'note') {
                    · {{ t('conversation.note') }}
                  }
                  <time class="figures" [title]="dates.exact(entry.at)">{{ dates.moment(entry.at) }}</time>
                </p>
                @if (entry.text) {
                  <cd-message-text [text]="entry.text" [masks]="entry.masks" />
                }
                @if (entry.attachments; as files) {
                  <cd-entry-files [files]="files" />
                }
              </article>
            } @empty {
              @if (!busy() && !trouble()) {
                <p class="quiet small-type">{{ t('merge.nothingSaid') }}</p>
              }
            }
          </section>
        }
      </div>
    }
  `,
  styles: `
    .merged {
      max-width: 640px;
      margin: 0 auto 8px;
      text-align: center;
    }
    .row {
      justify-content: center;
      flex-wrap: wrap;
    }
    section {
      padding: 8px 12px;
      border-inline-start: 3px solid var(--mat-sys-outline-variant);
      text-align: start;
    }
    article {
      margin: 0 0 10px;
      overflow-wrap: anywhere;
    }
    article.note {
      padding: 4px 8px;
      border-radius: 8px;
      background: var(--state-held-ground);
    }
    p {
      margin: 0 0 2px;
    }
  `,
})
export class MergedSection {
  readonly entry = input.required<Entry>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ConversationStore);
  protected readonly inbox = inject(InboxStore);
  private readonly api = inject(Api);
  protected readonly merge = computed(() => {
    const { fact } = this.entry();
    if (fact?.code !== 'merged' || !fact.params) return undefined;
    const { id, number, way } = fact.params;
    return { id: String(id), number: Number(number), away: way === 'away' };
  });
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly more = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  private readonly entries = signal<readonly Entry[]>([]);
  protected readonly said = computed(() => this.entries().filter(({ kind }) => kind === 'message' || kind === 'note'));

  protected toggle(id: string): void {
    this.open.update((open) => !open);
    if (this.open() && this.entries().length === 0) void this.load(id);
  }

  /** The newest, then always what is before the oldest that is there. */
  protected async load(id: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const before = this.entries()[0]?.seq;
      const page = await this.api.get(`/api/conversations/${id}/entries`, Entries, {
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      });
      this.entries.update((known) => [...page.entries, ...known]);
      this.more.set(page.more);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
