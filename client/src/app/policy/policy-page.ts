import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { PolicyDocument, PolicyVersions } from '@candour/shared/policy.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import { Now } from '../core/now';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';

/** The policy the desk executes: its versions, clauses, and periods with what they rest on. */
@Component({
  selector: 'cd-policy-page',
  imports: [MatIcon, RouterLink, TroubleNote],
  templateUrl: './policy-page.html',
  styleUrl: './policy-page.scss',
})
export default class PolicyPage {
  /** The version shown; the one in force where the address names none. */
  readonly version = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly now = inject(Now);
  protected readonly versions = httpResource(() => '/api/policy/versions', { parse: as(PolicyVersions) });
  private readonly wanted = computed(() => {
    if (!this.versions.hasValue()) return undefined;
    const { rows } = this.versions.value();
    return this.version() ?? (rows.find((row) => row.status === 'effective') ?? rows[0])?.id;
  });
  protected readonly document = httpResource(
    () => {
      const id = this.wanted();
      return id === undefined
        ? undefined
        : { url: `/api/policy/versions/${id}`, params: { language: this.words.language() } };
    },
    { parse: as(PolicyDocument) },
  );
  protected readonly asked = signal('');
  protected readonly sections = computed(() => {
    const asked = this.asked().trim().toLowerCase();
    const clauses = this.document.hasValue() ? this.document.value().clauses : [];
    const found = clauses.filter((clause) => `${clause.id} ${clause.text}`.toLowerCase().includes(asked));
    return [...Map.groupBy(found, (clause) => clause.section)].map(([section, clauses]) => ({ section, clauses }));
  });
}
