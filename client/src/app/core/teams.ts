import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { TeamNames } from '@candour/shared/routing.js';
import { as } from './api';
import { Session } from './session';

/** The teams of the desk by name, for whoever works in their queues; asked once somebody shows one. */
@Injectable({ providedIn: 'root' })
export class Teams {
  private readonly session = inject(Session);
  private readonly named = httpResource(
    () => (this.session.can('conversation.list') ? '/api/routing/teams/names' : undefined),
    { parse: as(TeamNames), defaultValue: [] },
  );
  readonly all = computed(() => (this.named.hasValue() ? this.named.value() : []));

  name(id: string): string | undefined {
    return this.all().find((team) => team.id === id)?.name;
  }

  reload(): void {
    this.named.reload();
  }
}
