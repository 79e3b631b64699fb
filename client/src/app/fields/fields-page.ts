import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { FIELDS_MOST, TicketFields } from '@candour/shared/fields.js';
import type { Topic } from '@candour/shared/words.js';
import { firstValueFrom } from 'rxjs';
import { Api, as } from '../core/api';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { CardGhost } from '../ui/card-ghost';
import { FormState } from '../ui/form-state';
import { TroubleNote } from '../ui/trouble-note';
import { byTopic, earlier, newField, withField, type Field } from './fields-rules';

/** What tickets of each topic are asked for beside what every ticket has. */
@Component({
  selector: 'cd-fields-page',
  imports: [CardGhost, FormState, MatButton, MatIcon, MatIconButton, TroubleNote],
  templateUrl: './fields-page.html',
  styleUrl: './fields-page.scss',
})
export default class FieldsPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly confirm = inject(Confirm);
  protected readonly resource = httpResource(() => '/api/ticket-fields', { parse: as(TicketFields) });
  protected readonly fields = computed(() => (this.resource.hasValue() ? this.resource.value().fields : undefined));
  protected readonly topics = computed(() => byTopic(this.fields() ?? []));
  protected readonly full = computed(() => (this.fields()?.length ?? 0) >= FIELDS_MOST);
  protected readonly saving = signal(false);
  protected readonly saved = signal(false);
  protected readonly trouble = signal<unknown>(undefined);

  protected label({ labels }: Pick<Field, 'labels'>): string {
    return labels[this.words.language()];
  }

  protected choices({ choices }: Field): string {
    return choices.map((choice) => this.label(choice)).join(', ');
  }

  protected async add(topic: Topic): Promise<void> {
    await this.edit(newField(topic), true);
  }

  protected async edit(field: Field, fresh = false): Promise<void> {
    const { FieldDialog } = await import('./field-dialog');
    const ref = this.dialog.open<unknown, unknown, Field>(FieldDialog, { data: { field, fresh }, width: '520px' });
    const written = await firstValueFrom(ref.afterClosed());
    if (written) await this.keep(withField(this.fields() ?? [], written));
  }

  protected async up(field: Field): Promise<void> {
    await this.keep(earlier(this.fields() ?? [], field));
  }

  protected async remove(field: Field): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('ticketFields.removeTitle', { name: this.label(field) }),
      text: this.t('ticketFields.removeText'),
      deed: this.t('ticketFields.remove'),
    });
    if (sure) await this.keep((this.fields() ?? []).filter(({ id }) => id !== field.id));
  }

  private async keep(fields: readonly Field[]): Promise<void> {
    this.saving.set(true);
    this.saved.set(false);
    this.trouble.set(undefined);
    try {
      this.resource.set(await this.api.send('PUT', '/api/ticket-fields', TicketFields, { fields }));
      this.saved.set(true);
    } catch (error) {
      this.trouble.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
