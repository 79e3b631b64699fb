import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Greetings, GREETINGS_MAX, type Greeting } from '@candour/shared/greetings.js';
import { languages } from '@candour/shared/words.js';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { GreetingDialog } from './greeting-dialog';

/** Where, when and with which words the widget greets. The first rule that fits a page counts. */
@Component({
  selector: 'cd-greetings-page',
  imports: [Empty, MatButton, MatIcon, MatIconButton, TroubleNote],
  template: `
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{{ t('title.greetings') }}</h1>
          <p class="quiet">{{ t('greeting.intro') }}</p>
        </div>
        <button mat-flat-button type="button" [disabled]="rows().length >= most" (click)="write()">
          <mat-icon svgIcon="add" />{{ t('greeting.add') }}
        </button>
      </div>
      @if (list.error() ?? trouble(); as error) {
        <cd-trouble [of]="error" [retries]="true" (retry)="again()" />
      }
      @if (list.hasValue()) {
        <ol>
          @for (rule of rows(); track rule.id; let first = $first; let last = $last; let i = $index) {
            <li class="card" [class.off]="!rule.on">
              <div class="head">
                <h2 translate="no">{{ rule.path }}</h2>
                <span class="row wrap marks">
                  @if (!rule.on) {
                    <span class="mark">{{ t('greeting.off') }}</span>
                  }
                  @if (rule.whileOpen) {
                    <span class="mark">
                      <mat-icon class="small" svgIcon="schedule" aria-hidden="true" />{{ t('greeting.whileOpenMark') }}
                    </span>
                  }
                  <span class="mark">{{ words.count('greeting.afterMark', rule.after) }}</span>
                  @if (rule.topic; as topic) {
                    <span class="mark">{{ words.of('topic', topic) }}</span>
                  }
                </span>
                <span class="row deeds">
                  <button
                    mat-icon-button
                    type="button"
                    [attr.aria-label]="t('greeting.up', { path: rule.path })"
                    [disabled]="first || busy()"
                    (click)="move(i, -1)"
                  >
                    <mat-icon svgIcon="keyboard_arrow_up" />
                  </button>
                  <button
                    mat-icon-button
                    type="button"
                    [attr.aria-label]="t('greeting.down', { path: rule.path })"
                    [disabled]="last || busy()"
                    (click)="move(i, 1)"
                  >
                    <mat-icon svgIcon="keyboard_arrow_down" />
                  </button>
                  <button
                    mat-icon-button
                    type="button"
                    [attr.aria-label]="t('greeting.edit', { path: rule.path })"
                    (click)="write(rule)"
                  >
                    <mat-icon svgIcon="edit_note" />
                  </button>
                  <button
                    mat-icon-button
                    type="button"
                    [attr.aria-label]="t('greeting.remove', { path: rule.path })"
                    [disabled]="busy()"
                    (click)="remove(rule)"
                  >
                    <mat-icon svgIcon="delete" />
                  </button>
                </span>
              </div>
              <dl>
                @for (language of languages; track language) {
                  @if (rule.text[language]; as text) {
                    <div>
                      <dt class="quiet">{{ words.of('language', language) }}</dt>
                      <dd [lang]="language">{{ text }}</dd>
                    </div>
                  }
                }
              </dl>
            </li>
          } @empty {
            <li>
              <cd-empty icon="waving_hand" [title]="t('greeting.none')">{{ t('greeting.noneMore') }}</cd-empty>
            </li>
          }
        </ol>
        <p class="quiet small-type">{{ t('greeting.served') }}</p>
      } @else if (!list.error()) {
        <span class="skeleton" [style.height.px]="200" aria-hidden="true"></span>
      }
    </div>
  `,
  styleUrl: './greetings-page.scss',
})
export default class GreetingsPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  protected readonly languages = languages;
  protected readonly most = GREETINGS_MAX;
  protected readonly list = httpResource(() => '/api/greetings', { parse: as(Greetings) });
  protected readonly rows = computed(() => (this.list.hasValue() ? this.list.value().rows : []));
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly busy = signal(false);

  protected again(): void {
    this.trouble.set(undefined);
    this.list.reload();
  }

  protected write(rule?: Greeting): void {
    this.dialog
      .open<GreetingDialog, Greeting, Greetings>(GreetingDialog, { data: rule, width: '640px' })
      .afterClosed()
      .subscribe((rows) => rows && this.list.set(rows));
  }

  protected async remove({ id, path }: Greeting): Promise<void> {
    const title = this.t('greeting.remove', { path });
    const sure = await this.confirm.ask({ title, text: this.t('greeting.removeText'), deed: this.t('reply.remove') });
    if (sure) await this.change('DELETE', `/api/greetings/${id}`);
  }

  protected async move(from: number, by: number): Promise<void> {
    const ids = this.rows().map(({ id }) => id);
    ids.splice(from + by, 0, ...ids.splice(from, 1));
    await this.change('PUT', '/api/greetings/order', { ids });
  }

  private async change(method: 'PUT' | 'DELETE', url: string, body?: unknown): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      this.list.set(await this.api.send(method, url, Greetings, body));
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
