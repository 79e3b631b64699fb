import type { Words } from './en.js';

export const words: Words = {
  title: 'Conversations précédentes',
  none: 'Il n’y a pas de conversation précédente dans ce navigateur.',
  more: 'En afficher plus',
  back: 'Toutes les conversations précédentes',
};
