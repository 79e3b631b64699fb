import { Component, inject, signal } from '@angular/core';
import { FormField, disabled, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { AddStaff, StaffMember, roles } from '@candour/shared/staff.js';
import { languages, topics } from '@candour/shared/words.js';
import { Api } from '../core/api';
import { Words } from '../core/words';
import { FieldWords } from '../ui/field-words';
import { deskFields } from '../ui/fields';
import { sendForm } from '../ui/form';
import { TroubleNote } from '../ui/trouble-note';

/** Adds a person, or changes the one it was opened with. */
@Component({
  selector: 'cd-staff-dialog',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    TroubleNote,
  ],
  providers: [deskFields],
  templateUrl: './staff-dialog.html',
})
export class StaffDialog {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly fields = inject(FieldWords);
  private readonly api = inject(Api);
  private readonly ref = inject<MatDialogRef<StaffDialog, StaffMember>>(MatDialogRef);
  protected readonly member = inject<StaffMember | undefined>(MAT_DIALOG_DATA);
  protected readonly roles = roles;
  protected readonly topics = topics;
  protected readonly languages = languages;
  protected readonly trouble = signal<unknown>(undefined);
  protected readonly form = form(
    signal<AddStaff>({
      name: this.member?.name ?? '',
      email: this.member?.email ?? '',
      role: this.member?.role ?? 'agent',
      skills: this.member?.skills ?? { topics: [], languages: ['en'] },
    }),
    (path) => {
      validateStandardSchema(path, AddStaff);
      // An address is who they are to the desk; it stays.
      disabled(path.email, () => !!this.member);
    },
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let saved: StaffMember | undefined;
    await sendForm(this.form, this.trouble, async (value) => {
      const { name, role, skills } = value;
      saved = this.member
        ? await this.api.send('PATCH', `/api/staff/${this.member.id}`, StaffMember, { name, role, skills })
        : await this.api.send('POST', '/api/staff', StaffMember, value);
    });
    if (saved) this.ref.close(saved);
  }
}
