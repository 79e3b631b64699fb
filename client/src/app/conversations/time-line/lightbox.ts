import { Component, Injectable, computed, inject, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogClose, MatDialogTitle } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import type { Attachment } from '@candour/shared/attachments.js';
import { Words } from '../../core/words';
import { FileWords } from '../../core/file-words';

interface Shown {
  readonly files: readonly Attachment[];
  readonly at: number;
}

@Component({
  selector: 'cd-lightbox',
  imports: [MatDialogClose, MatDialogTitle, MatIcon, MatIconButton],
  host: {
    '(keydown.arrowleft)': 'move(-1)',
    '(keydown.arrowright)': 'move(1)',
  },
  template: `
    <header>
      <h2 mat-dialog-title class="cut">{{ file().name }}</h2>
      <span class="small-type quiet figures">
        @if (files.length > 1) {
          {{ t('files.of', { n: at() + 1, all: files.length }) }} ·
        }
        @if (file().width; as width) {
          {{ width }} × {{ file().height }} ·
        }
        {{ sizes.size(file().size) }}
      </span>
      <a
        mat-icon-button
        [href]="url()"
        [download]="file().name"
        [attr.aria-label]="t('files.download', { name: file().name })"
      >
        <mat-icon svgIcon="download" />
      </a>
      <button mat-icon-button type="button" [aria-label]="t('do.close')" mat-dialog-close cdkFocusInitial>
        <mat-icon svgIcon="close" />
      </button>
    </header>
    <div class="stage">
      @if (files.length > 1) {
        <button mat-icon-button type="button" [attr.aria-label]="t('files.previous')" (click)="move(-1)">
          <mat-icon svgIcon="chevron_left" />
        </button>
      }
      @if (file().kind === 'video') {
        <video controls preload="metadata" [src]="url()" [attr.aria-label]="file().name"></video>
      } @else {
        <img [src]="url()" [alt]="file().name" />
      }
      @if (files.length > 1) {
        <button mat-icon-button type="button" [attr.aria-label]="t('files.next')" (click)="move(1)">
          <mat-icon svgIcon="chevron_right" />
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      height: 100%;
    }
    header {
      display: flex;
      align-items: center;
      gap: 8px;
      padding: 8px 8px 8px 16px;
    }
    h2 {
      flex: 1;
      min-width: 0;
      margin: 0;
      padding: 0;
      font-size: var(--size-body);
    }
    h2::before {
      display: none;
    }
    .stage {
      display: flex;
      flex: 1;
      align-items: center;
      justify-content: center;
      gap: 8px;
      min-height: 0;
      padding: 0 8px 12px;
    }
    img,
    video {
      flex: 0 1 auto;
      min-width: 0;
      max-width: 100%;
      max-height: 100%;
      object-fit: contain;
    }
  `,
})
class LightboxDialog {
  protected readonly t = inject(Words).t;
  protected readonly sizes = inject(FileWords);
  private readonly data = inject<Shown>(MAT_DIALOG_DATA);
  protected readonly files = this.data.files;
  protected readonly at = signal(this.data.at);
  protected readonly file = computed(() => this.files[this.at()]!);
  protected readonly url = computed(() => `/api/attachments/${this.file().id}`);

  protected move(by: number): void {
    this.at.update((at) => (at + by + this.files.length) % this.files.length);
  }
}

/** Shows a picture or a video large, and those of the same message beside it. */
@Injectable({ providedIn: 'root' })
export class Lightbox {
  private readonly dialog = inject(MatDialog);

  open(files: readonly Attachment[], file: Attachment): void {
    this.dialog.open<LightboxDialog, Shown>(LightboxDialog, {
      data: { files, at: Math.max(0, files.indexOf(file)) },
      width: '96vw',
      height: '94vh',
      maxWidth: '1400px',
    });
  }
}
