import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { Deed } from '@candour/shared/deeds.js';
import { Colleagues, SnoozePreset, snoozePresets, SnoozeTimes } from '@candour/shared/deeds.js';
import { priorities, Priority, Tag, TAG_MAX, Tags } from '@candour/shared/tickets.js';
import type { Language } from '@candour/shared/words.js';
import { Topic, topics } from '@candour/shared/words.js';
import { as } from '../../core/api';
import { Dates } from '../../core/dates';
import { Now } from '../../core/now';
import { Session } from '../../core/session';
import { Words } from '../../core/words';
import { whoIsThere } from '../../core/who-is-there';
import { MomentField } from '../../ui/moment-field';
import { PickList, type Pick } from '../../ui/pick-list';
import { TroubleNote } from '../../ui/trouble-note';
import { restRange, restsUntil } from './snooze-rules';
import type { Choice } from './ticket-deeds';

/** What it is chosen for: how one ticket stands, or how many agree to stand. */
export interface About {
  /** In whose hours a ticket rests. */
  readonly language: Language;
  readonly assigneeId?: string | undefined;
  readonly priority?: Priority | undefined;
  readonly topic?: Topic | undefined;
  readonly tags: readonly string[];
}
export interface Question {
  readonly choice: Choice;
  readonly about: About;
}

/** One choice of a deed: whom, until when, how urgent, what about, which tag. */
@Component({
  selector: 'cd-choose-dialog',
  imports: [MatButton, MomentField, PickList, TroubleNote],
  template: `
    <h2 id="choose-title">{{ words.of('choose', data.choice) }}</h2>
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
    <cd-pick-list
      [items]="items()"
      [label]="words.of('choose', data.choice)"
      [placeholder]="words.of('chooseHint', data.choice)"
      [nothing]="loading() ? '' : t('palette.nothing')"
      [max]="data.choice === 'tag' ? tagMax : undefined"
      [(asked)]="asked"
      (picked)="pick($event)"
    />
    @if (data.choice === 'snooze') {
      <form novalidate (submit)="until($event)">
        <div class="row wrap">
          <cd-moment-field
            class="dense"
            [label]="t('snoozeUntil.label')"
            [min]="range.min"
            [max]="range.max"
            [(at)]="own"
            aria-describedby="snooze-unfit"
          />
          <button mat-flat-button type="submit" [disabled]="!fits()">{{ t('deed.snooze') }}</button>
        </div>
        <p id="snooze-unfit" class="small-type" role="status">
          {{ own() !== undefined && !fits() ? t('problem.snooze-unfit') : '' }}
        </p>
      </form>
    }
  `,
  styleUrl: './choose-dialog.scss',
})
export class ChooseDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly data = inject<Question>(MAT_DIALOG_DATA);
  private readonly dates = inject(Dates);
  private readonly now = inject(Now);
  private readonly me = inject(Session).staff;
  private readonly ref = inject<MatDialogRef<ChooseDialog, Deed>>(MatDialogRef);
  protected readonly asked = signal('');
  protected readonly tagMax = TAG_MAX;

  private readonly colleagues = httpResource(() => this.from('assign', '/api/tickets/colleagues'), {
    parse: as(Colleagues),
  });
  private readonly there = whoIsThere(this.data.choice === 'assign');
  private readonly times = httpResource(
    () => this.from('snooze', `/api/tickets/snooze-times?language=${this.data.about.language}`),
    { parse: as(SnoozeTimes) },
  );
  private readonly known = httpResource(() => this.from('tag', '/api/conversations/tags'), { parse: as(Tags) });
  private readonly asking = { assign: this.colleagues, snooze: this.times, tag: this.known };
  protected readonly trouble = computed(() =>
    Object.values(this.asking)
      .find((one) => one.error())
      ?.error(),
  );
  protected readonly loading = computed(() => Object.values(this.asking).some((one) => one.isLoading()));

  protected readonly range = restRange(this.now.at());
  private readonly found = computed(() => (this.times.hasValue() ? this.times.value() : undefined));
  /** Tomorrow as the presets have it, until the person says something else. */
  protected readonly own = linkedSignal(() => this.found()?.tomorrow);
  protected readonly fits = computed(() => restsUntil(this.own(), this.now.at()));

  protected readonly items = computed((): readonly Pick[] => this.lists[this.data.choice]());
  private readonly lists: Record<Choice, () => readonly Pick[]> = {
    assign: () => this.people(),
    snooze: () => {
      const times = this.found();
      return snoozePresets
        .filter((preset) => times === undefined || times[preset] !== undefined)
        .map((id) => {
          const at = times?.[id];
          return { id, words: this.words.of('snooze', id), more: at === undefined ? undefined : this.dates.moment(at) };
        });
    },
    priority: () => priorities.map((id) => ({ id, words: this.words.of('priority', id), more: this.standing(id) })),
    topic: () => topics.map((id) => ({ id, words: this.words.of('topic', id), more: this.standing(id) })),
    tag: () => this.tags(),
  };

  protected pick(id: string): void {
    const deed = this.deedOf(id);
    if (deed) this.ref.close(deed);
  }

  protected until(event: Event): void {
    event.preventDefault();
    const at = this.own();
    if (at !== undefined && this.fits()) this.ref.close({ kind: 'snooze', until: at });
  }

  private deedOf(id: string): Deed | undefined {
    switch (this.data.choice) {
      case 'assign':
        return { kind: 'assign', to: id };
      case 'snooze':
        return { kind: 'snooze', until: SnoozePreset.parse(id) };
      case 'priority':
        return { kind: 'priority', priority: Priority.parse(id) };
      case 'topic':
        return { kind: 'topic', topic: Topic.parse(id) };
      case 'tag': {
        const tag = id.slice(1);
        return { kind: 'tag', add: id.startsWith('+') ? [tag] : [], remove: id.startsWith('-') ? [tag] : [] };
      }
    }
  }

  /** Oneself first, for what is given most is taken; then those who are there. */
  private people(): Pick[] {
    const me = this.me()?.id;
    const all = this.colleagues.hasValue() ? this.colleagues.value() : [];
    const there = this.there();
    const place = (id: string): number => (id === me ? -1 : there.order(id));
    return all
      .filter(({ id }) => id !== this.data.about.assigneeId)
      .sort((a, b) => place(a.id) - place(b.id) || a.name.localeCompare(b.name))
      .map(({ id, name }) => ({ id, words: name, more: id === me ? this.t('choose.me') : there.said(id) }));
  }

  /** Those that are there can be taken away; what is typed and fits can be a new one. */
  private tags(): Pick[] {
    const { tags } = this.data.about;
    const known = (this.known.hasValue() ? this.known.value() : []).filter((tag) => !tags.includes(tag));
    const typed = Tag.safeParse(this.asked()).data;
    const fresh = typed && !known.includes(typed) && !tags.includes(typed) ? typed : undefined;
    return [
      ...known.map((tag) => ({ id: `+${tag}`, words: tag, icon: 'add' as const })),
      ...tags.map((tag) => ({ id: `-${tag}`, words: tag, icon: 'close' as const, more: this.t('choose.untag') })),
      ...(fresh
        ? [{ id: `+${fresh}`, words: fresh, icon: 'add' as const, more: this.t('choose.new'), always: true }]
        : []),
    ];
  }

  private standing(id: string): string | undefined {
    const { priority, topic } = this.data.about;
    return id === priority || id === topic ? this.t('choose.now') : undefined;
  }

  private from(choice: Choice, url: string): string | undefined {
    return this.data.choice === choice ? url : undefined;
  }
}
