import type { Words } from './en.js';

export const words: Words = {
  title: 'Hilfeartikel',
  search: 'Hilfeartikel durchsuchen',
  none: 'Nichts gefunden. Fragen Sie uns gern im Chat.',
  found: 'Gefunden: {count}',
};
