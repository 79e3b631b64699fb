import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatFormField } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect } from '@angular/material/select';
import { Routing, type DutyRow, type RoutingRules, type Team } from '@candour/shared/routing.js';
import { firstValueFrom } from 'rxjs';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { RulesForm } from './rules-form';

/** Teams, how much each person takes, and by which rules chats go to them. */
@Component({
  selector: 'cd-routing-page',
  imports: [MatButton, MatFormField, MatIcon, MatIconButton, MatOption, MatSelect, RulesForm, TroubleNote, When],
  templateUrl: './routing-page.html',
  styleUrl: './routing-page.scss',
})
export default class RoutingPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  protected readonly routing = httpResource(() => '/api/routing', { parse: as(Routing) });
  protected readonly kept = computed(() => (this.routing.hasValue() ? this.routing.value() : undefined));
  private readonly names = computed(() => new Map(this.kept()?.people.map(({ id, name }) => [id, name])));
  protected readonly capacities = [1, 2, 3, 4, 5, 6, 8, 10] as const;
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected members(team: Team): string {
    return team.memberIds.flatMap((id) => this.names().get(id) ?? []).join(', ');
  }

  protected async edit(team?: Team): Promise<void> {
    const { TeamDialog } = await import('./team-dialog');
    const data = { team, people: this.kept()?.people ?? [] };
    const ref = this.dialog.open<unknown, unknown, Routing>(TeamDialog, { data, width: '480px' });
    const routing = await firstValueFrom(ref.afterClosed());
    if (routing) this.routing.set(routing);
  }

  protected async remove(team: Team): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('team.removeTitle', { name: team.name }),
      text: this.t('team.removeText'),
      deed: this.t('team.remove'),
    });
    if (sure) await this.change('DELETE', `/api/routing/teams/${team.id}`);
  }

  protected setCapacity({ id }: DutyRow, capacity: number | null): Promise<void> {
    return this.change('PUT', `/api/routing/people/${id}/capacity`, { capacity });
  }

  protected setRules(rules: RoutingRules): Promise<void> {
    return this.change('PUT', '/api/routing/rules', rules);
  }

  private async change(method: 'PUT' | 'DELETE', path: string, body?: object): Promise<void> {
    this.saving.set(true);
    this.saved.set(false);
    this.trouble.set(undefined);
    try {
      this.routing.set(await this.api.send(method, path, Routing, body));
      this.saved.set(true);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
