import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatSnackBar } from '@angular/material/snack-bar';
import { SignInLink, StaffMember, StaffPage as StaffRows } from '@candour/shared/staff.js';
import type { Topic } from '@candour/shared/words.js';
import { topics } from '@candour/shared/words.js';
import { firstValueFrom } from 'rxjs';
import { Api } from '../core/api';
import { pagedList } from '../core/pages';
import { Session } from '../core/session';
import { Words } from '../core/words';
import { Confirm } from '../ui/confirm';
import { initials } from '../ui/initials';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { LinkDialog } from './link-dialog';
import { RoleGrants } from './role-grants';
import { StaffDialog } from './staff-dialog';

/** Who works here, what they may do and take. */
@Component({
  selector: 'cd-staff-page',
  imports: [
    MatButton,
    MatIcon,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    RoleGrants,
    TableGhost,
    TroubleNote,
    When,
  ],
  templateUrl: './staff-page.html',
  styleUrl: './staff-page.scss',
})
export default class StaffPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  private readonly snack = inject(MatSnackBar);
  private readonly confirm = inject(Confirm);
  protected readonly me = inject(Session).staff;
  protected readonly mayManage = inject(Session).can('staff.manage');
  private readonly grants = viewChild.required(RoleGrants);
  protected readonly initials = initials;
  protected readonly staff = pagedList(
    '/api/staff',
    StaffRows,
    computed(() => (this.mayManage ? {} : undefined)),
  );
  protected readonly trouble = signal<unknown>(undefined);

  /** Those that narrow what comes to a person; none where all of them do. */
  protected topicsOf({ skills }: StaffMember): readonly Topic[] {
    return skills.topics.length === topics.length ? [] : skills.topics;
  }

  protected async add(): Promise<void> {
    const added = await this.open();
    if (!added) return;
    this.reload();
    await this.link(added);
  }

  protected async edit(member: StaffMember): Promise<void> {
    const saved = await this.open(member);
    if (!saved) return;
    this.reload();
    this.snack.open(this.t(saved.roleWaiting ? 'grant.wait' : 'staff.saved'), undefined, { duration: 4_000 });
  }

  protected async setStatus(member: StaffMember, status: 'active' | 'disabled'): Promise<void> {
    const { name } = member;
    const sure =
      status === 'active' ||
      (await this.confirm.ask({
        title: this.t('staff.disableTitle', { name }),
        text: this.t('staff.disableMore'),
        deed: this.t('staff.disable'),
      }));
    if (!sure) return;
    await this.attempt(async () => {
      await this.api.send('PATCH', `/api/staff/${member.id}`, StaffMember, { status });
      this.reload();
    });
  }

  protected async link(member: StaffMember): Promise<void> {
    await this.attempt(async () => {
      const link = await this.api.send('POST', `/api/staff/${member.id}/link`, SignInLink, {});
      this.dialog.open(LinkDialog, { data: { member, link }, width: '560px', disableClose: true });
    });
  }

  private reload(): void {
    this.staff.reload();
    this.grants().reload();
  }

  private open(member?: StaffMember): Promise<StaffMember | undefined> {
    const ref = this.dialog.open<StaffDialog, StaffMember | undefined, StaffMember>(StaffDialog, {
      data: member,
      width: '520px',
    });
    return firstValueFrom(ref.afterClosed());
  }

  private async attempt(run: () => Promise<void>): Promise<void> {
    this.trouble.set(undefined);
    try {
      await run();
    } catch (error) {
      this.trouble.set(error);
      // A link that needs a second person waits for them now.
      this.grants().reload();
    }
  }
}
