import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import type { Conversation } from '@candour/shared/conversations.js';
import { ConversationRow } from '@candour/shared/conversations.js';
import { Left } from '@candour/shared/notices.js';
import { Api } from '../../core/api';
import { ProblemWords, troubleOf } from '../../core/problems';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { ConversationStore } from '../conversation.store';

/** Who was asked in or asked to take over: for them what to answer, for the others who is expected and who takes part. */
@Component({
  selector: 'cd-asked-bar',
  imports: [MatButton, MatIcon],
  template: `
    @if (me(); as mine) {
      <div class="bar" role="status">
        <mat-icon class="small" svgIcon="person_add" aria-hidden="true" />
        @if (mine.may === 'read') {
          <span class="grow">{{ t('asked.you') }}</span>
          <button mat-flat-button type="button" [disabled]="busy()" (click)="answer(true)">
            {{ t('asked.accept') }}
          </button>
          <button mat-button type="button" [disabled]="busy()" (click)="answer(false)">{{ t('asked.decline') }}</button>
        } @else {
          <span class="grow">{{ t('asked.joined') }}</span>
          <button mat-button type="button" [disabled]="busy()" (click)="leave()">{{ t('asked.leave') }}</button>
        }
      </div>
    } @else if (expected().length > 0) {
      <div class="bar" role="status">
        <mat-icon class="small" svgIcon="schedule" aria-hidden="true" />
        <span class="grow">{{ t('asked.waits', { names: expected() }) }}</span>
        @if (store.mine()) {
          <button mat-button type="button" [disabled]="busy()" (click)="withdraw()">{{ t('asked.withdraw') }}</button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      margin: 4px 16px 0;
      padding: 6px 12px;
      border-radius: 8px;
      background: var(--state-held-ground);
      color: var(--state-held);
      font-size: var(--size-small);
      font-weight: 500;
    }
    .grow {
      flex: 1;
    }
  `,
})
export class AskedBar {
  readonly conversation = input.required<Conversation>();
  protected readonly t = inject(Words).t;
  protected readonly store = inject(ConversationStore);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  private readonly router = inject(Router);
  protected readonly busy = signal(false);
  private readonly all = computed(() => this.conversation().participants ?? []);
  protected readonly me = computed(() => this.all().find(({ id }) => id === this.session.staff()?.id));
  protected readonly expected = computed(() =>
    this.all()
      .flatMap(({ name, may }) => (may === 'read' ? name : []))
      .join(', '),
  );

  protected answer(accept: boolean): Promise<void> {
    return this.doing(async (id) => {
      const row = await this.api.send('POST', `/api/conversations/${id}/asked`, ConversationRow, { accept });
      if (accept) this.store.changed(row);
      else await this.router.navigateByUrl('/inbox');
    });
  }

  protected withdraw(): Promise<void> {
    return this.doing(async (id) => {
      this.store.changed(await this.api.send('DELETE', `/api/conversations/${id}/asked`, ConversationRow));
    });
  }

  protected leave(): Promise<void> {
    return this.doing(async (id) => {
      await this.api.send('POST', `/api/conversations/${id}/leave`, Left);
      await this.router.navigateByUrl('/inbox');
    });
  }

  private async doing(deed: (id: string) => Promise<unknown>): Promise<void> {
    this.busy.set(true);
    try {
      await deed(this.conversation().id);
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    } finally {
      this.busy.set(false);
    }
  }
}
