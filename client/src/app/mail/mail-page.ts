import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Mail, MailRow } from '@candour/shared/mail.js';
import { pageOf } from '@candour/shared/paging.js';
import { as } from '../core/api';
import { Dates } from '../core/dates';
import type { IconName } from '../core/icons';
import { pagedList } from '../core/pages';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';

const icons: Record<MailRow['status'], IconName> = {
  waiting: 'schedule',
  sent: 'mark_email_read',
  failed: 'error',
  kept: 'inbox',
};

/** Every mail the desk wrote, and what became of it. */
@Component({
  selector: 'cd-mail-page',
  imports: [Empty, MatButton, MatIcon, MatIconButton, RouterLink, TableGhost, TroubleNote, When],
  host: { '[class.reading]': '!!id()' },
  templateUrl: './mail-page.html',
  styleUrl: './mail-page.scss',
})
export default class MailPage {
  /** The mail that is open, from the address. */
  readonly id = input<string>();
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly dates = inject(Dates);
  protected readonly icons = icons;
  protected readonly mails = pagedList(
    '/api/outbox',
    pageOf(MailRow),
    computed(() => ({})),
  );
  protected readonly kept = computed(() => this.mails.rows()?.some((row) => row.status === 'kept'));
  protected readonly mail = httpResource(
    () => {
      const id = this.id();
      return id === undefined ? undefined : `/api/outbox/${id}`;
    },
    { parse: as(Mail) },
  );
}
