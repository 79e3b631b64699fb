import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { Conversation, type ConversationRow } from '@candour/shared/conversations.js';
import { MergeDone, MergeOthers, MergePreview, type MergeOther } from '@candour/shared/merging.js';
import { firstValueFrom } from 'rxjs';
import { Api, as } from '../../core/api';
import { ProblemWords, troubleOf } from '../../core/problems';
import { Words } from '../../core/words';
import { deskFields } from '../../ui/fields';
import { TroubleNote } from '../../ui/trouble-note';
import { When } from '../../ui/when';
import { InboxStore } from '../inbox/inbox.store';
import { effectsOf } from './merge-rules';
import { StatusMark } from './status-mark';

/** How long the undo stands in view, in milliseconds; the desk keeps it for two minutes. */
const SHOWN_MS = 10_000;

/** Makes two conversations one: which other one, which of the two goes on, and what that will do. */
@Component({
  selector: 'cd-merge-dialog',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatIcon,
    MatIconButton,
    MatInput,
    MatLabel,
    StatusMark,
    TroubleNote,
    When,
  ],
  providers: [deskFields],
  templateUrl: './merge-dialog.html',
  styleUrl: './merge-dialog.scss',
})
export class MergeDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly data = inject<{ readonly row: ConversationRow }>(MAT_DIALOG_DATA);
  private readonly api = inject(Api);
  private readonly inbox = inject(InboxStore);
  private readonly router = inject(Router);
  private readonly snack = inject(MatSnackBar);
  private readonly problems = inject(ProblemWords);
  private readonly ref = inject<MatDialogRef<MergeDialog>>(MatDialogRef);

  protected readonly typed = signal('');
  /** The number that is looked for; without one those of the same customer are shown. */
  private readonly number = signal<number | undefined>(undefined);
  protected readonly others = httpResource(
    () => {
      const number = this.number();
      const url = `/api/conversations/${this.data.row.id}/merge`;
      return number === undefined ? url : `${url}?number=${number}`;
    },
    { parse: as(MergeOthers) },
  );
  protected readonly rows = computed(() => (this.others.hasValue() ? this.others.value().rows : undefined));
  protected readonly chosen = signal<MergeOther | undefined>(undefined);
  /** The other one goes on; else the one that is open. */
  protected readonly there = signal(true);
  private readonly pair = computed(() => {
    const other = this.chosen()?.id;
    if (other === undefined) return undefined;
    return this.there() ? [this.data.row.id, other] : [other, this.data.row.id];
  });
  protected readonly preview = httpResource(
    () => {
      const pair = this.pair();
      return pair && `/api/conversations/${pair[0]}/merge/${pair[1]}`;
    },
    { parse: as(MergePreview) },
  );
  protected readonly effects = computed(() =>
    this.preview.hasValue() ? effectsOf(this.preview.value(), this.words) : [],
  );
  protected readonly busy = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected search(event: Event): void {
    event.preventDefault();
    const number = Number(this.typed().replace(/\D/g, ''));
    this.number.set(number > 0 ? number : undefined);
  }

  /** Why it cannot be merged with this one, either way. */
  protected why(other: MergeOther): string {
    if (other.away === undefined || other.here === undefined) return '';
    return this.words.of('mergeWhy', other.away);
  }

  protected choose(other: MergeOther): void {
    if (other.away !== undefined && other.here !== undefined) return;
    this.trouble.set(undefined);
    this.there.set(other.away === undefined);
    this.chosen.set(other);
  }

  protected async merge(): Promise<void> {
    const pair = this.pair();
    const preview = this.preview.hasValue() ? this.preview.value() : undefined;
    if (!pair || !preview || this.busy()) return;
    const [from, into] = pair;
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      const done = await this.api.send('POST', `/api/conversations/${from}/merge`, MergeDone, { into });
      this.ref.close();
      await this.show(done.row.id);
      await this.offerUndo(done.undo, preview);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async offerUndo(undo: string, { from, into }: MergePreview): Promise<void> {
    const said = this.t('merge.done', { from: from.number, into: into.number });
    const bar = this.snack.open(said, this.t('merge.undo'), { duration: SHOWN_MS });
    if (!(await firstValueFrom(bar.afterDismissed())).dismissedByAction) return;
    try {
      await this.show((await this.api.send('POST', `/api/merges/${undo}/undo`, Conversation)).id);
    } catch (error) {
      this.snack.open(this.problems.sentence(troubleOf(error)), undefined, { duration: 8_000 });
    }
  }

  private show(id: string): Promise<boolean> {
    return this.router.navigate(['/inbox', this.inbox.filter().view, id], { queryParamsHandling: 'preserve' });
  }
}
