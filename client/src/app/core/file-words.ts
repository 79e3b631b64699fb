import { Injectable, inject } from '@angular/core';
import type { FileKind } from '@candour/shared/file-types.js';
import type { IconName } from './icons';
import { Words } from './words';

const KILOBYTE = 1000;

/** What stands for a file that has no picture. */
export const iconOf: Record<FileKind, IconName> = {
  image: 'image',
  video: 'movie',
  pdf: 'picture_as_pdf',
  document: 'description',
  text: 'description',
};

/** Sizes in the person's language. */
@Injectable({ providedIn: 'root' })
export class FileWords {
  private readonly words = inject(Words);

  size(bytes: number): string {
    const [unit, size] =
      bytes < KILOBYTE ** 2
        ? (['kilobyte', bytes / KILOBYTE] as const)
        : (['megabyte', bytes / KILOBYTE ** 2] as const);
    const maximumFractionDigits = size < 10 ? 1 : 0;
    return new Intl.NumberFormat(this.words.locale(), { style: 'unit', unit, maximumFractionDigits }).format(
      Math.max(0.1, size),
    );
  }
}
