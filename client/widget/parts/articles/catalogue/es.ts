import type { Words } from './en.js';

export const words: Words = {
  title: 'Artículos de ayuda',
  search: 'Buscar en los artículos de ayuda',
  none: 'No se ha encontrado nada. Pregúntenos en el chat.',
  found: 'Resultados: {count}',
};
