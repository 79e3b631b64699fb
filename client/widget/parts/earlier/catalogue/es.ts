import type { Words } from './en.js';

export const words: Words = {
  title: 'Conversaciones anteriores',
  none: 'En este navegador no hay conversaciones anteriores.',
  more: 'Mostrar más',
  back: 'Todas las conversaciones anteriores',
};
