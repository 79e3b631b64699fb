import type { EnvironmentProviders, Provider } from '@angular/core';
import type { Language } from '@candour/shared/words.js';
import type { Translation } from '@jsverse/transloco';
import { provideTransloco, provideTranslocoLoader } from '@jsverse/transloco';
import { of } from 'rxjs';
import de from '../../../public/i18n/de.json';
import en from '../../../public/i18n/en.json';
import es from '../../../public/i18n/es.json';
import fr from '../../../public/i18n/fr.json';

const catalogues: Record<Language, Translation> = { en, de, fr, es };

class CataloguesAtHand {
  getTranslation(language: string) {
    return of(catalogues[language as Language]);
  }
}

/** The real catalogues, without a server. */
export function provideTestWords(): (Provider | EnvironmentProviders)[] {
  return [
    provideTransloco({ config: { availableLangs: ['en', 'de', 'fr', 'es'], defaultLang: 'en', prodMode: true } }),
    provideTranslocoLoader(CataloguesAtHand),
  ];
}
