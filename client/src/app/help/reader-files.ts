import { Component, effect, inject, input, signal, untracked, type OnDestroy } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Attachment } from '@candour/shared/attachments.js';
import { troubleOf, type Trouble } from '../core/problems';
import { Words } from '../core/words';
import { FileWords, iconOf } from '../core/file-words';
import { TroubleNote } from '../ui/trouble-note';
import { ReaderDesk } from './reader-desk';

/** Longest side of a picture, in pixels. */
const SIDE = 240;

/** The files of a message, on the page where its customer reads it: pictures are seen, all are saved by a press. */
@Component({
  selector: 'cd-reader-files',
  imports: [MatIcon, TroubleNote],
  template: `
    @for (one of files(); track one.id) {
      <button type="button" [attr.aria-label]="t('files.download', { name: one.name })" (click)="save(one)">
        @if (one.preview) {
          <img alt="" [src]="pictures().get(one.id) ?? ''" [width]="sides(one).width" [height]="sides(one).height" />
        }
        <span class="about small-type">
          <mat-icon class="small" [svgIcon]="one.preview ? 'download' : icon[one.kind]" aria-hidden="true" />
          <span class="cut">{{ one.name }}</span>
          <span class="figures">{{ sizes.size(one.size) }}</span>
        </span>
      </button>
    }
    @if (trouble(); as trouble) {
      <cd-trouble [of]="trouble" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: 8px;
      margin-top: 8px;
    }
    button {
      max-width: 100%;
      padding: 0;
      border: var(--edge);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-low);
      color: var(--mat-sys-on-surface);
      font: inherit;
      overflow: hidden;
      cursor: pointer;
    }
    img {
      display: block;
      max-width: 100%;
      object-fit: cover;
    }
    .about {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 40px;
      padding: 4px 12px;
    }
  `,
})
export class ReaderFiles implements OnDestroy {
  readonly files = input.required<readonly Attachment[]>();
  protected readonly t = inject(Words).t;
  protected readonly sizes = inject(FileWords);
  protected readonly icon = iconOf;
  private readonly desk = inject(ReaderDesk);
  /** Addresses within this page of what was fetched, by file. */
  protected readonly pictures = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly trouble = signal<Trouble | undefined>(undefined);
  private gone = false;

  constructor() {
    effect(() => {
      const wanted = this.files().filter(({ preview }) => preview);
      untracked(() => {
        for (const { id } of wanted) if (!this.pictures().has(id)) void this.fetch(id);
      });
    });
  }

  ngOnDestroy(): void {
    this.gone = true;
    for (const address of this.pictures().values()) URL.revokeObjectURL(address);
  }

  protected async save({ id, name }: Attachment): Promise<void> {
    try {
      this.trouble.set(undefined);
      const href = URL.createObjectURL(await this.desk.bytes(id));
      Object.assign(document.createElement('a'), { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (error) {
      this.trouble.set(troubleOf(error));
    }
  }

  /** Known before it is loaded, so that nothing moves when it is. */
  protected sides({ width = SIDE, height = SIDE }: Attachment): { width: number; height: number } {
    const scale = Math.min(1, SIDE / Math.max(width, height));
    return { width: Math.max(48, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
  }

  /** Without its picture a file still has its name. */
  private async fetch(id: string): Promise<void> {
    const bytes = await this.desk.bytes(`${id}/preview`).catch(() => undefined);
    if (!bytes || this.gone) return;
    this.pictures.update((pictures) => new Map(pictures).set(id, URL.createObjectURL(bytes)));
  }
}
