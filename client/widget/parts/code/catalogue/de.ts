import type { Words } from './en.js';

export const words: Words = {
  title: 'Code eingeben',
  hint: 'Wir haben sechs Ziffern an die E-Mail-Adresse der Bestellung geschickt.',
  label: 'Sechsstelliger Code',
  verify: 'Bestätigen',
};
