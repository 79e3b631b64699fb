import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import type { LinkRecord, TicketLink } from '@candour/shared/ticket-links.js';
import { FoundLink, LINK_LABEL_MAX, TicketLinks } from '@candour/shared/ticket-links.js';
import { Api, as } from '../../core/api';
import { troubleOf, type Trouble } from '../../core/problems';
import { Words } from '../../core/words';
import { TroubleNote } from '../../ui/trouble-note';
import { ConversationStore } from '../conversation.store';

/** Where each kind of record is looked at. */
const pages: Readonly<Record<string, (id: string) => string[]>> = {
  order: (id) => ['/orders', id],
  conversation: (id) => ['/inbox', 'all', id],
  request: () => ['/requests'],
};

/** What the ticket is linked to: its order, an earlier conversation, a request. Found by the number people call it by. */
@Component({
  selector: 'cd-ticket-links',
  imports: [MatFormField, MatIcon, MatIconButton, MatInput, MatLabel, MatOption, MatSelect, RouterLink, TroubleNote],
  template: `
    @if (links().length > 0) {
      <ul [attr.aria-label]="t('links.title')">
        @for (link of links(); track link.kind + link.targetId) {
          <li class="row small-type">
            <mat-icon class="small" svgIcon="link" aria-hidden="true" />
            <span class="quiet">{{ kindWord(link.kind) }}</span>
            <span class="grow cut figures">
              @if (pageOf(link); as page) {
                <a [routerLink]="page">{{ link.label }}</a>
              } @else {
                {{ link.label }}
              }
            </span>
            @if (may() && !link.fixed) {
              <button
                mat-icon-button
                type="button"
                [attr.aria-label]="t('links.remove', { label: link.label })"
                [title]="t('links.remove', { label: link.label })"
                (click)="unlink(link)"
              >
                <mat-icon svgIcon="link_off" />
              </button>
            }
          </li>
        }
      </ul>
    }
    @if (may() && adding() && kinds().length > 0) {
      <form class="dense" novalidate (submit)="$event.preventDefault(); link(field.value)">
        @if (kinds().length > 1) {
          <mat-form-field class="kind" subscriptSizing="dynamic">
            <mat-label>{{ t('links.kind') }}</mat-label>
            <mat-select [value]="kind()" (valueChange)="chosen.set($event)">
              @for (one of kinds(); track one) {
                <mat-option [value]="one">{{ kindWord(one) }}</mat-option>
              }
            </mat-select>
          </mat-form-field>
        }
        <mat-form-field class="grow" subscriptSizing="dynamic">
          <mat-label>{{ t('links.add') }}</mat-label>
          <input
            #field
            matInput
            autocomplete="off"
            inputmode="numeric"
            [attr.maxlength]="max"
            [value]="typed()"
            (input)="typed.set(field.value)"
          />
        </mat-form-field>
        <button mat-icon-button type="submit" [attr.aria-label]="t('links.do')" [disabled]="typed().trim() === ''">
          <mat-icon svgIcon="add_link" />
        </button>
      </form>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 8px;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      min-height: 28px;
    }
    li button {
      margin: -4px;
    }
    form {
      display: flex;
      align-items: center;
      gap: 4px;
    }
    .kind {
      width: 46%;
    }
    mat-form-field {
      min-width: 0;
    }
  `,
})
export class TicketLinkList {
  readonly may = input.required<boolean>();
  /** Whether a number is asked for. */
  readonly adding = input(false);
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly store = inject(ConversationStore);
  protected readonly max = LINK_LABEL_MAX;
  /** Whatever is linked is a fact on the time line; its order is told by the row. */
  private readonly changes = computed(
    () => this.store.log().entries.filter(({ fact }) => fact && linking.has(fact.code)).length,
  );
  private readonly resource = httpResource(
    () => {
      this.changes();
      const id = this.store.id();
      return id ? { url: `/api/tickets/${id}/links` } : undefined;
    },
    { parse: as(TicketLinks) },
  );
  private readonly all = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly links = computed(() => this.all()?.links ?? []);
  protected readonly kinds = computed(() => this.all()?.kinds ?? []);
  protected readonly chosen = signal<string | undefined>(undefined);
  protected readonly kind = computed(() => this.chosen() ?? this.kinds()[0]);
  protected readonly typed = signal('');
  private readonly refused = signal<Trouble | undefined>(undefined);
  protected readonly trouble = computed(
    () => this.refused() ?? (this.resource.error() ? troubleOf(this.resource.error()) : undefined),
  );

  protected kindWord(kind: string): string {
    return this.words.maybe(`linkKind.${kind}`, kind);
  }

  protected pageOf({ kind, targetId }: TicketLink): string[] | undefined {
    return pages[kind]?.(targetId);
  }

  protected async link(label: string): Promise<void> {
    const kind = this.kind();
    if (!kind || label.trim() === '') return;
    await this.change(async (url) => {
      const { targetId } = await this.api.get('/api/tickets/link-target', FoundLink, { kind, label: label.trim() });
      const links = await this.api.send('POST', url, TicketLinks, { kind, targetId } satisfies LinkRecord);
      this.typed.set('');
      return links;
    });
  }

  protected async unlink({ kind, targetId }: TicketLink): Promise<void> {
    const asked = new URLSearchParams({ kind, targetId });
    await this.change((url) => this.api.send('DELETE', `${url}?${asked}`, TicketLinks));
  }

  private async change(work: (url: string) => Promise<TicketLinks>): Promise<void> {
    const id = this.store.id();
    if (!id) return;
    this.refused.set(undefined);
    try {
      const links = await work(`/api/tickets/${id}/links`);
      if (this.store.id() === id) this.resource.set(links);
    } catch (error) {
      this.refused.set(troubleOf(error));
    }
  }
}

const linking: ReadonlySet<string> = new Set(['linked', 'unlinked', 'order-linked']);
