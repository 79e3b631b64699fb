import type { Words } from './en.js';

export const words: Words = {
  title: 'Articles d’aide',
  search: 'Chercher dans les articles d’aide',
  none: 'Aucun résultat. Posez-nous la question dans le chat.',
  found: 'Résultats : {count}',
};
