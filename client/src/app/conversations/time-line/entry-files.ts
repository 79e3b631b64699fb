import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Attachment } from '@candour/shared/attachments.js';
import { Words } from '../../core/words';
import { FileWords, iconOf } from '../../core/file-words';
import { Lightbox } from './lightbox';

/** Longest side of a picture in the time line, in pixels. */
const SIDE = 240;

/** The files of a message: pictures as such, everything else by name. */
@Component({
  selector: 'cd-entry-files',
  imports: [MatIcon],
  template: `
    @for (one of files(); track one.id) {
      @if (one.preview) {
        <button
          class="picture"
          type="button"
          [attr.aria-label]="t('files.open', { name: one.name })"
          (click)="open(one)"
        >
          <img
            loading="lazy"
            alt=""
            [src]="'/api/attachments/' + one.id + '/preview'"
            [width]="measures(one).width"
            [height]="measures(one).height"
          />
        </button>
      } @else {
        <span class="file">
          <mat-icon [svgIcon]="icon[one.kind]" aria-hidden="true" />
          <span class="about">
            <span class="name cut" [title]="one.name">{{ one.name }}</span>
            <span class="small-type quiet figures">{{ sizes.size(one.size) }}</span>
          </span>
          @if (one.kind === 'video') {
            <button
              class="deed"
              type="button"
              [attr.aria-label]="t('files.play', { name: one.name })"
              [title]="t('files.play', { name: one.name })"
              (click)="open(one)"
            >
              <mat-icon svgIcon="play_circle" />
            </button>
          }
          <a
            class="deed"
            [href]="'/api/attachments/' + one.id"
            [download]="one.name"
            [attr.aria-label]="t('files.download', { name: one.name })"
            [title]="t('files.download', { name: one.name })"
          >
            <mat-icon svgIcon="download" />
          </a>
        </span>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .picture {
      padding: 0;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-high);
      overflow: hidden;
      cursor: zoom-in;
    }
    .picture img {
      display: block;
      max-width: 100%;
      object-fit: cover;
    }
    .file {
      display: flex;
      align-items: center;
      gap: 8px;
      width: 280px;
      max-width: 100%;
      padding: 6px 6px 6px 10px;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-low);
    }
    .about {
      display: flex;
      flex: 1;
      flex-direction: column;
      min-width: 0;
    }
    .name {
      font-weight: 500;
    }
    .deed {
      display: inline-grid;
      place-items: center;
      width: 32px;
      height: 32px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--mat-sys-primary);
      cursor: pointer;
    }
    .deed:hover {
      background: var(--mat-sys-surface-container-high);
    }
  `,
})
export class EntryFiles {
  readonly files = input.required<readonly Attachment[]>();
  protected readonly t = inject(Words).t;
  protected readonly sizes = inject(FileWords);
  protected readonly icon = iconOf;
  private readonly lightbox = inject(Lightbox);
  private readonly shown = computed(() => this.files().filter(({ preview, kind }) => preview || kind === 'video'));

  protected open(file: Attachment): void {
    this.lightbox.open(this.shown(), file);
  }

  /** Known before it is loaded, so that nothing moves when it is. */
  protected measures({ width = SIDE, height = SIDE }: Attachment): { width: number; height: number } {
    const scale = Math.min(1, SIDE / Math.max(width, height));
    return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
  }
}
