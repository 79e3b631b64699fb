import type { Signal } from '@angular/core';
import { computed, inject, linkedSignal, signal } from '@angular/core';
import { httpResource } from '@angular/common/http';
import type { Page } from '@candour/shared/paging.js';
import type * as z from 'zod';
import { Api, as } from './api';
import { troubleOf } from './problems';

export type Params = Record<string, string | number>;

/** A list that grows page by page with the server's cursor. Call it where `inject` is possible. */
export function pagedList<T, P extends Page<T> = Page<T>>(
  url: string,
  contract: z.ZodType<P & Page<T>>,
  params: Signal<Params | undefined>,
) {
  const api = inject(Api);
  const first = httpResource(
    () => {
      const asked = params();
      return asked && { url, params: asked };
    },
    { parse: as(contract) },
  );
  const firstPage = computed(() => (first.hasValue() ? first.value() : undefined));
  const loaded = linkedSignal<Page<T> | undefined>(() => firstPage());
  const loadingMore = signal(false);
  const moreError = signal<unknown>(undefined);
  return {
    /** The first page as it came, with whatever else it says of the whole. */
    first: firstPage,
    rows: computed(() => loaded()?.rows),
    more: computed(() => loaded()?.next !== undefined),
    error: computed(() => first.error() ?? moreError()),
    loadingMore: loadingMore.asReadonly(),
    reload: () => {
      moreError.set(undefined);
      first.reload();
    },
    async loadMore(): Promise<void> {
      const before = loaded();
      if (!before?.next || loadingMore()) return;
      loadingMore.set(true);
      try {
        const page = await api.get(url, contract, { ...params(), cursor: before.next });
        // A reload in between has begun the list anew.
        if (loaded() === before) loaded.set({ rows: [...before.rows, ...page.rows], next: page.next });
      } catch (error) {
        moreError.set(troubleOf(error));
      } finally {
        loadingMore.set(false);
      }
    },
  };
}
