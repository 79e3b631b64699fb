import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Automation, Trial as TrialView } from '@candour/shared/automations.js';
import { Automation as AutomationContract, AutomationRun, Automations, Trial } from '@candour/shared/automations.js';
import { pageOf } from '@candour/shared/paging.js';
import { firstValueFrom } from 'rxjs';
import { Api, as } from '../core/api';
import { ProblemWords, troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { DeskTools } from '../ui/desk-tools';
import { Empty } from '../ui/empty';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { AutomationDialog } from './automation-dialog';
import { DeedWords } from './deed-words';
import { StepList } from './step-list';

/** The automations in words, in their order; each is tried before it is switched on; and what they did. */
@Component({
  selector: 'cd-automations-page',
  imports: [DeskTools, Empty, MatButton, MatIcon, MatIconButton, RouterLink, StepList, TroubleNote, When],
  templateUrl: './automations-page.html',
  styleUrl: './automations-page.scss',
})
export default class AutomationsPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly deeds = inject(DeedWords);
  protected readonly problems = inject(ProblemWords);
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  protected readonly automations = httpResource(() => '/api/automations', { parse: as(Automations) });
  protected readonly runs = httpResource(() => '/api/automations/runs', { parse: as(pageOf(AutomationRun)) });
  protected readonly rows = computed(() => (this.automations.hasValue() ? this.automations.value().rows : undefined));
  protected readonly done = computed(() => (this.runs.hasValue() ? this.runs.value().rows : []));
  protected readonly trial = signal<{ id: string; found: TrialView } | undefined>(undefined);
  protected readonly busy = signal(false);
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  protected readonly nameOf = (): string => '…';

  protected list(items: readonly string[]): string {
    return new Intl.ListFormat(this.words.locale(), { type: 'conjunction' }).format(items);
  }

  protected sayAll({ actions }: Pick<Automation, 'actions'>): string {
    return this.list(actions.map((action) => this.deeds.action(action, this.nameOf)));
  }

  protected async write(automation?: Automation): Promise<void> {
    const ref = this.dialog.open(AutomationDialog, { data: automation, width: '820px', maxWidth: '96vw' });
    if (await firstValueFrom(ref.afterClosed())) {
      this.trial.set(undefined);
      this.automations.reload();
    }
  }

  protected try({ id }: Automation): Promise<void> {
    return this.doing(async () => {
      const found = await this.api.send('POST', `/api/automations/${id}/try`, Trial, {});
      this.trial.set({ id, found });
    });
  }

  protected enable({ id, enabled }: Automation): Promise<void> {
    return this.doing(async () => {
      await this.api.send('PUT', `/api/automations/${id}/enabled`, AutomationContract, { enabled: !enabled });
    });
  }

  protected earlier(i: number): Promise<void> {
    const ids = (this.rows() ?? []).map(({ id }) => id);
    const [one] = ids.splice(i, 1);
    if (one) ids.splice(i - 1, 0, one);
    return this.doing(async () => void (await this.api.send('PUT', '/api/automations/order', Automations, { ids })));
  }

  protected async remove({ id, name }: Automation): Promise<void> {
    const title = this.t('macro.remove', { name });
    if (await this.confirm.ask({ title, text: this.t('auto.removeText'), deed: this.t('reply.remove') })) {
      await this.doing(() => this.api.tell('DELETE', `/api/automations/${id}`));
    }
  }

  private async doing(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.trouble.set(undefined);
    try {
      await work();
      this.automations.reload();
      this.runs.reload();
    } catch (error) {
      this.trouble.set(troubleOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
