import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Attachment } from '@candour/shared/attachments.js';
import { FILE_MAX, FILES_PER_MESSAGE, acceptedFiles } from '@candour/shared/file-types.js';
import { newId } from '@candour/shared/ids.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { TroubleNote } from '../ui/trouble-note';
import { ReaderDesk } from './reader-desk';

const MEGABYTE = 1024 * 1024;

interface Chosen {
  readonly key: string;
  readonly name: string;
  readonly there?: Attachment;
  readonly trouble?: Trouble;
}

/** Files that go with the next message of a customer who reads outside the chat. */
@Component({
  selector: 'cd-reader-attach',
  imports: [MatButton, MatIcon, MatIconButton, TroubleNote],
  template: `
    @if (chosen().length > 0) {
      <ul [attr.aria-label]="t('files.chosen')">
        @for (one of chosen(); track one.key) {
          <li>
            <mat-icon class="small" svgIcon="attach_file" aria-hidden="true" />
            <span class="cut grow" role="status">{{
              one.there || one.trouble ? one.name : t('files.sending', { name: one.name })
            }}</span>
            <button
              mat-icon-button
              type="button"
              [attr.aria-label]="t('files.remove', { name: one.name })"
              (click)="remove(one)"
            >
              <mat-icon svgIcon="close" />
            </button>
            @if (one.trouble; as trouble) {
              <cd-trouble class="why" [of]="trouble" />
            }
          </li>
        }
      </ul>
    }
    <button mat-stroked-button type="button" (click)="field().nativeElement.click()">
      <mat-icon svgIcon="attach_file" />{{ t('files.attach') }}
    </button>
    <input #picker hidden type="file" multiple tabindex="-1" [accept]="accepted" (change)="add(picker)" />
  `,
  styles: `
    ul {
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 8px;
    }
    .grow {
      flex: 1;
      min-width: 0;
    }
    .why {
      width: 100%;
    }
  `,
})
export class ReaderAttach {
  protected readonly t = inject(Words).t;
  private readonly desk = inject(ReaderDesk);
  protected readonly accepted = acceptedFiles;
  protected readonly field = viewChild.required<ElementRef<HTMLInputElement>>('picker');
  protected readonly chosen = signal<readonly Chosen[]>([]);
  /** Uploaded, in the order they were chosen. */
  readonly ready = computed(() => this.chosen().flatMap(({ there }) => there?.id ?? []));
  /** One is on its way, or was refused and not taken out. */
  readonly unfit = computed(() => this.chosen().some(({ there }) => !there));

  /** They were sent. */
  clear(): void {
    this.chosen.set([]);
  }

  protected add(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    // The same file may be chosen again.
    field.value = '';
    for (const file of files) void this.take(file);
  }

  protected remove({ key, there }: Chosen): void {
    this.chosen.update((all) => all.filter((one) => one.key !== key));
    if (there) void this.desk.discard(there.id);
  }

  private async take(file: File): Promise<void> {
    const key = newId();
    const trouble: Trouble | undefined =
      this.chosen().length >= FILES_PER_MESSAGE
        ? { code: 'too-many-files' }
        : file.size > FILE_MAX
          ? { code: 'file-too-large', facts: { max: FILE_MAX / MEGABYTE } }
          : undefined;
    this.chosen.update((all) => [...all, { key, name: file.name, ...(trouble ? { trouble } : {}) }]);
    if (trouble) return;
    try {
      const there = await this.desk.upload(file);
      if (!this.chosen().some((one) => one.key === key)) return await this.desk.discard(there.id);
      this.change(key, { there });
    } catch (error) {
      this.change(key, { trouble: troubleOf(error) });
    }
  }

  private change(key: string, to: Partial<Chosen>): void {
    this.chosen.update((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }
}
