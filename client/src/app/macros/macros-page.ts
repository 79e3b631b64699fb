import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Macro } from '@candour/shared/macros.js';
import { Replies } from '@candour/shared/replies.js';
import { as } from '../core/api';
import { troubleOf, type Trouble } from '../core/problems';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { DeskTools } from '../ui/desk-tools';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { DeedWords } from './deed-words';
import { MacroDialog } from './macro-dialog';
import { MacrosStore } from './macros.store';

/** The macros, each said in words. */
@Component({
  selector: 'cd-macros-page',
  imports: [DeskTools, Empty, MatButton, MatIcon, MatIconButton, TroubleNote],
  template: `
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{{ t('title.macros') }}</h1>
          <p class="quiet">{{ t('macro.intro') }}</p>
        </div>
        <button mat-flat-button type="button" (click)="write()"><mat-icon svgIcon="add" />{{ t('macro.add') }}</button>
      </div>
      <cd-desk-tools />
      @if (trouble(); as trouble) {
        <cd-trouble [of]="trouble" [retries]="true" (retry)="load()" />
      } @else if (!store.ready()) {
        <span class="skeleton" [style.height.px]="200" aria-hidden="true"></span>
      } @else {
        @for (macro of store.rows(); track macro.id) {
          <section class="card">
            <div class="row">
              <h2 class="grow">{{ macro.name }}</h2>
              @if (!macro.shared) {
                <span class="mark">{{ t('reply.own') }}</span>
              }
              @if (macro.topic; as topic) {
                <span class="mark">{{ words.of('topic', topic) }}</span>
              }
              @if (!macro.shared || manages) {
                <button
                  mat-icon-button
                  type="button"
                  [attr.aria-label]="t('macro.edit', { name: macro.name })"
                  (click)="write(macro)"
                >
                  <mat-icon svgIcon="edit_note" />
                </button>
                <button
                  mat-icon-button
                  type="button"
                  [attr.aria-label]="t('macro.remove', { name: macro.name })"
                  (click)="remove(macro)"
                >
                  <mat-icon svgIcon="delete" />
                </button>
              }
            </div>
            <p class="quiet">{{ sentence(macro) }}</p>
          </section>
        } @empty {
          <cd-empty icon="bolt" [title]="t('macro.empty')">{{ t('macro.emptyMore') }}</cd-empty>
        }
      }
    </div>
  `,
  styles: `
    .card {
      margin-bottom: 8px;
    }
    h2,
    p {
      margin: 0;
    }
  `,
})
export default class MacrosPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(MacrosStore);
  private readonly replies = httpResource(() => '/api/replies', { parse: as(Replies) });
  private readonly deeds = inject(DeedWords);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  protected readonly manages = inject(Session).can('reply.manage');
  protected readonly trouble = signal<Trouble | undefined>(undefined);

  constructor() {
    void this.load();
  }

  protected sentence({ actions }: Macro): string {
    const list = new Intl.ListFormat(this.words.locale(), { type: 'unit' });
    const replies = this.replies.hasValue() ? this.replies.value().rows : [];
    const name = (id: string): string => replies.find((one) => one.id === id)?.name ?? '…';
    return list.format(actions.map((action) => this.deeds.action(action, name)));
  }

  protected load(): Promise<void> {
    return this.trying(async () => this.store.reload());
  }

  protected write(macro?: Macro): void {
    this.dialog.open(MacroDialog, { data: macro, width: '760px', maxWidth: '96vw' });
  }

  protected async remove({ id, name }: Macro): Promise<void> {
    const title = this.t('macro.remove', { name });
    if (await this.confirm.ask({ title, text: this.t('macro.removeText'), deed: this.t('reply.remove') })) {
      await this.trying(() => this.store.remove(id));
    }
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    this.trouble.set(undefined);
    try {
      await work();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }
}
