import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ImportFormat } from '@candour/shared/imports.js';
import { importFormats } from '@candour/shared/imports.js';
import { Words } from '../core/words';
import { Empty } from '../ui/empty';
import { TableGhost } from '../ui/table-ghost';
import { TroubleNote } from '../ui/trouble-note';
import { When } from '../ui/when';
import { ShopsCard } from './shops-card';
import { ImportsStore } from './imports.store';

@Component({
  selector: 'cd-imports-page',
  imports: [
    Empty,
    MatButton,
    MatFormField,
    MatIcon,
    MatLabel,
    MatOption,
    MatProgressBar,
    MatSelect,
    ShopsCard,
    TableGhost,
    TroubleNote,
    When,
  ],
  providers: [ImportsStore],
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.scss',
})
export default class ImportsPage {
  protected readonly words = inject(Words);
  protected readonly t = this.words.t;
  protected readonly store = inject(ImportsStore);
  protected readonly formats = importFormats;
  protected readonly format = signal<ImportFormat>('auto');
  protected readonly file = signal<File | undefined>(undefined);
  protected readonly over = signal(false);

  protected choose(files: FileList | null | undefined): void {
    this.over.set(false);
    const file = files?.[0];
    if (file) this.file.set(file);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.choose(event.dataTransfer?.files);
  }

  protected start(): void {
    const file = this.file();
    if (!file) return;
    this.store.start(file, this.format());
    this.file.set(undefined);
  }

  protected percent(part: number): string {
    return new Intl.NumberFormat(this.words.locale(), { style: 'percent' }).format(part);
  }

  /** `money-not-decimal` in words; a code the catalogue does not know stands as it is. */
  protected reason(code: string): string {
    return this.words.maybe(`faultReason.${code}`, code);
  }
}
