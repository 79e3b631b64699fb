import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { BusinessTime } from '@candour/shared/sla.js';
import { dueStates, Sla, SlaPreview } from '@candour/shared/sla.js';
import type { Reason } from '@candour/shared/tickets.js';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { CardGhost } from '../ui/card-ghost';
import { FormState } from '../ui/form-state';
import { TroubleNote } from '../ui/trouble-note';
import { amountOf, changesBetween, fitting, reasonsLeft, withTopic, type Change } from './sla-rules';
import { TimeField } from './time-field';

type Target = Sla['topics'][number];

/** How soon the desk answers and ends a matter, in business time; before it is saved, what that would change. */
@Component({
  selector: 'cd-sla-page',
  imports: [
    CardGhost,
    FormState,
    MatButton,
    MatFormField,
    MatIcon,
    MatIconButton,
    MatInput,
    MatLabel,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    TimeField,
    TroubleNote,
  ],
  templateUrl: './sla-page.html',
  styleUrl: './sla-page.scss',
})
export default class SlaPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  protected readonly sla = httpResource(() => '/api/sla', { parse: as(Sla) });
  protected readonly kept = computed(() => (this.sla.hasValue() ? this.sla.value() : undefined));
  /** What is being written; what was saved takes its place. */
  protected readonly draft = linkedSignal(() => this.kept());
  protected readonly fits = computed(() => {
    const draft = this.draft();
    return draft && fitting(draft);
  });
  protected readonly changes = computed(() => {
    const [kept, draft] = [this.kept(), this.draft()];
    return kept && draft ? changesBetween(kept, draft) : [];
  });
  private readonly asked = httpResource(
    () => {
      const body = this.fits();
      return body && this.changes().length > 0 ? { url: '/api/sla/preview', method: 'POST', body } : undefined;
    },
    { parse: as(SlaPreview) },
  );
  protected readonly preview = computed(() => (this.asked.hasValue() ? this.asked.value() : undefined));
  protected readonly kinds = ['first', 'next'] as const;
  protected readonly states = dueStates;
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly reasonsLeft = reasonsLeft;

  protected chat(kind: 'first' | 'next', seconds: number): void {
    this.change((sla) => ({ ...sla, chat: { ...sla.chat, [kind]: seconds } }));
  }

  protected warn(warnAt: number): void {
    this.change((sla) => ({ ...sla, warnAt }));
  }

  protected reply({ topic }: Target, reply: BusinessTime | null): void {
    if (reply) this.change((sla) => withTopic(sla, topic, { reply }));
  }

  protected resolve({ topic }: Target, resolve: BusinessTime | null): void {
    this.change((sla) => withTopic(sla, topic, { resolve }));
  }

  /** Sets it, or with nothing takes it away. */
  protected sooner({ topic, faster }: Target, reason: Reason, reply: BusinessTime | null): void {
    const others = faster.filter((one) => one.reason !== reason);
    const at = faster.findIndex((one) => one.reason === reason);
    if (reply) others.splice(at < 0 ? others.length : at, 0, { reason, reply });
    this.change((sla) => withTopic(sla, topic, { faster: others }));
  }

  protected discard(): void {
    this.draft.set(this.kept());
  }

  /** What a change is about, in a few words. */
  protected about(change: Change): string {
    if (!('topic' in change)) return this.words.of('slaFigure', change.what);
    const topic = this.words.of('topic', change.topic);
    return change.reason
      ? `${topic} – ${this.words.of('topicReason', change.reason)}`
      : `${topic}: ${this.words.of('slaFigure', change.what)}`;
  }

  protected said(value: Change['before']): string {
    if (value === null) return this.t('sla.none');
    const { n, unit } = typeof value === 'number' ? { n: value, unit: undefined } : amountOf(value);
    const figure = new Intl.NumberFormat(this.words.locale()).format(n);
    return unit ? `${figure} ${this.words.of('slaUnit', unit)}` : figure;
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const body = this.fits();
    if (!body) return;
    this.saving.set(true);
    this.trouble.set(undefined);
    try {
      this.sla.set(await this.api.send('PUT', '/api/sla', Sla, body));
      this.saved.set(true);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  private change(work: (sla: Sla) => Sla): void {
    this.saved.set(false);
    this.draft.update((sla) => sla && work(sla));
  }
}
