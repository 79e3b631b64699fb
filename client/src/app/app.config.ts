import { provideHttpClient, withInterceptors } from '@angular/common/http';
import type { ApplicationConfig } from '@angular/core';
import { inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { TitleStrategy, provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { routes } from './app.routes';
import { throughTheDesk } from './core/api';
import { Appearance } from './core/appearance';
import { provideIcons } from './core/icons';
import { DeskTitles } from './core/titles';
import { Words, provideWords } from './core/words';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([throughTheDesk])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideWords(),
    provideIcons(),
    provideAppInitializer(() => {
      inject(Appearance).apply();
      return inject(Words).start();
    }),
    { provide: TitleStrategy, useExisting: DeskTitles },
  ],
};
