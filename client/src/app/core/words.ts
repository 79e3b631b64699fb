import { HttpClient } from '@angular/common/http';
import type { EnvironmentProviders, Signal } from '@angular/core';
import { Injectable, computed, inject, makeEnvironmentProviders, signal } from '@angular/core';
import type { Language } from '@candour/shared/words.js';
import { languages } from '@candour/shared/words.js';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { TranslocoService, provideTransloco, provideTranslocoLoader } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type catalogue from '../../../public/i18n/en.json';
import { stored, store } from './storage';

type Catalogue = typeof catalogue;
type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];
type Groups = { [K in keyof Catalogue]: Catalogue[K] };
/** Every sentence of the catalogues; the English one gives the type, a spec holds the others to it. */
export type WordKey = Paths<Catalogue>;
export type Facts = Readonly<Record<string, string | number>>;

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };
const KEPT_AS = 'candour.language';

const isLanguage = (code: string | null | undefined): code is Language =>
  (languages as readonly (string | null | undefined)[]).includes(code);

/** The person's region within their language, so that `en-US` reads its own dates. */
function localeFor(language: Language): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language && tag.includes('-')) ?? locales[language];
}

/** The language, and every sentence in it. Reads a signal, so templates follow a change of language. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly current = signal<Language>('en');
  readonly language: Signal<Language> = this.current.asReadonly();
  readonly locale = computed(() => localeFor(this.current()));
  private readonly plurals = computed(() => new Intl.PluralRules(this.current()));

  /** Loads the catalogue of the kept language, else the browser's. */
  start(): Promise<void> {
    const kept = stored(KEPT_AS);
    const wished = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
    return this.use(isLanguage(kept) ? kept : (wished ?? 'en'));
  }

  async use(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    this.transloco.setActiveLang(language);
    document.documentElement.lang = language;
    store(KEPT_AS, language);
    this.current.set(language);
  }

  readonly t = (key: WordKey, facts?: Facts): string =>
    this.transloco.translate(key, facts as Record<string, unknown>, this.current());

  /** A word for a code: `of('topic', 'returns')`. */
  readonly of = <G extends keyof Groups>(group: G, code: keyof Groups[G] & string, facts?: Facts): string =>
    this.transloco.translate(`${String(group)}.${code}`, facts as Record<string, unknown>, this.current());

  /** A sentence that counts: the key's `one` or `other`, with `{{ n }}` written in the language. */
  readonly count = (key: CountKey, n: number, facts?: Facts): string => {
    const rule = this.plurals().select(n) === 'one' ? 'one' : 'other';
    return this.t(`${key}.${rule}` as WordKey, { ...facts, n: new Intl.NumberFormat(this.locale()).format(n) });
  };

  /** The word for a code that may be newer than the catalogue; the code itself then. */
  readonly maybe = (key: string, fallback: string): string => {
    const language = this.current();
    return key in this.transloco.getTranslation(language) ? this.transloco.translate(key, {}, language) : fallback;
  };
}

type CountKey = WordKey extends infer K ? (K extends `${infer Base}.one` ? Base : never) : never;

@Injectable()
class Catalogues implements TranslocoLoader {
  private readonly http = inject(HttpClient);
  getTranslation(path: string) {
    return this.http.get<Translation>(`/i18n/${path}.json`);
  }
}

export function provideWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...languages],
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: true,
        interpolation: ['{{', '}}'],
      },
    }),
    provideTranslocoLoader(Catalogues),
  ]);
}
