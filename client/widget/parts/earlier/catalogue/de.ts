import type { Words } from './en.js';

export const words: Words = {
  title: 'Frühere Unterhaltungen',
  none: 'In diesem Browser gibt es keine früheren Unterhaltungen.',
  more: 'Mehr anzeigen',
  back: 'Alle früheren Unterhaltungen',
};
