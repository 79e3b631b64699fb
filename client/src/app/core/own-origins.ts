import { httpResource } from '@angular/common/http';
import { Injectable, computed } from '@angular/core';
import { OwnOrigins as Origins } from '@candour/shared/shop.js';
import { as } from './api';

/** The addresses that are the desk's and the shop's own; until they are known, only this page's. */
@Injectable({ providedIn: 'root' })
export class OwnOrigins {
  private readonly found = httpResource(() => '/api/own-origins', { parse: as(Origins) });
  readonly all = computed<readonly string[]>(() => [
    location.origin,
    ...(this.found.hasValue() ? this.found.value().origins : []),
  ]);
}
