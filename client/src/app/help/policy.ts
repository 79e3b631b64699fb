import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Clause, ClauseSection } from '@candour/shared/policy.js';
import { PolicyDocument, PolicyVersions } from '@candour/shared/policy.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** The published policy, one version of it, as a person reads it: newest date first, clauses, periods, contradictions. */
@Component({
  selector: 'cd-help-policy',
  imports: [RouterLink, TroubleNote],
  templateUrl: './policy.html',
  styleUrl: './policy.scss',
})
export default class Policy {
  /** From the address; absent: the version in force. */
  readonly version = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);

  protected readonly document = httpResource(
    () => {
      const version = this.version();
      const url = version ? `/api/policy/versions/${encodeURIComponent(version)}` : '/api/policy';
      return { url, params: { language: this.words.language() } };
    },
    { parse: as(PolicyDocument) },
  );
  protected readonly versions = httpResource(() => '/api/policy/versions', { parse: as(PolicyVersions) });
  protected readonly shown = computed(() => (this.document.hasValue() ? this.document.value() : undefined));
  protected readonly others = computed(() =>
    this.versions.hasValue() ? this.versions.value().rows.filter(({ id }) => id !== this.shown()?.id) : [],
  );

  protected readonly sections = computed(() => {
    const groups = new Map<ClauseSection, Clause[]>();
    for (const clause of this.shown()?.clauses ?? []) {
      const group = groups.get(clause.section);
      if (group) group.push(clause);
      else groups.set(clause.section, [clause]);
    }
    return [...groups].map(([section, clauses]) => ({ section, clauses }));
  });

  /** Fragment links keep to this page, whatever `<base href>` says. */
  protected go(event: Event, id: string): void {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }
}
