import { HttpClient, HttpEventType } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal } from '@angular/core';
import type { ImportFormat } from '@candour/shared/imports.js';
import { Import } from '@candour/shared/imports.js';
import { pageOf } from '@candour/shared/paging.js';
import { pagedList } from '../core/pages';
import { troubleOf, type Trouble } from '../core/problems';

const LOOK_EVERY = 700;

/** Uploads a file as a stream and follows what becomes of it. */
@Injectable()
export class ImportsStore {
  private readonly http = inject(HttpClient);
  private readonly list = pagedList(
    '/api/imports',
    pageOf(Import),
    computed(() => ({})),
  );
  readonly rows = this.list.rows;
  readonly more = this.list.more;
  readonly error = this.list.error;
  /** The upload under way: its name and how much went out, 0 to 1. */
  readonly upload = signal<{ name: string; sent: number } | undefined>(undefined);
  readonly trouble = signal<Trouble | undefined>(undefined);

  constructor() {
    effect((onCleanup) => {
      if (!this.rows()?.some((row) => row.status === 'running')) return;
      const timer = setTimeout(() => this.list.reload(), LOOK_EVERY);
      onCleanup(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => this.sending?.unsubscribe());
  }
  private sending: { unsubscribe(): void } | undefined;

  loadMore(): Promise<void> {
    return this.list.loadMore();
  }

  reload(): void {
    this.list.reload();
  }

  start(file: File, format: ImportFormat): void {
    if (this.upload()) return;
    this.trouble.set(undefined);
    this.upload.set({ name: file.name, sent: 0 });
    this.sending = this.http
      .post('/api/imports', file, {
        params: { format, name: file.name.slice(0, 200) },
        headers: { 'content-type': 'application/octet-stream' },
        observe: 'events',
        reportProgress: true,
      })
      .subscribe({
        next: (event) => {
          if (event.type !== HttpEventType.UploadProgress) return;
          this.upload.set({ name: file.name, sent: event.total ? event.loaded / event.total : 0 });
          // The server lists it as running once the first bytes are there.
          if (event.loaded === event.total) this.list.reload();
        },
        error: (error: unknown) => {
          this.trouble.set(troubleOf(error));
          this.finish();
        },
        complete: () => this.finish(),
      });
  }

  private finish(): void {
    this.upload.set(undefined);
    this.list.reload();
  }
}
