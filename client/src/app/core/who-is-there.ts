import { httpResource } from '@angular/common/http';
import { computed, inject, type Signal } from '@angular/core';
import { Duties } from '@candour/shared/routing.js';
import { as } from './api';
import { Words } from './words';

/** Says of each colleague whether they are there and how many chats they have: before one is given to them. */
export interface WhoIsThere {
  /** Undefined for whoever takes none, and until it is known. */
  said(id: string): string | undefined;
  /** Those who could begin at once first, then those who are there, then the others. */
  order(id: string): number;
}

/** Of a component that is being made. @param wanted nothing is asked where nobody is chosen */
export function whoIsThere(wanted = true): Signal<WhoIsThere> {
  const words = inject(Words);
  const found = httpResource(() => (wanted ? '/api/routing/duties' : undefined), { parse: as(Duties) });
  return computed(() => {
    const people = new Map((found.hasValue() ? found.value().people : []).map((one) => [one.id, one]));
    return {
      said(id) {
        const one = people.get(id);
        if (!one) return undefined;
        const presence = words.of('presenceIs', one.presence);
        return one.presence === 'offline' ? presence : `${presence} · ${words.t('presence.load', one)}`;
      },
      order(id) {
        const one = people.get(id);
        return one?.presence !== 'available' ? 2 : one.load < one.capacity ? 0 : 1;
      },
    };
  });
}
