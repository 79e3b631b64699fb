import type { Words } from './en.js';

export const words: Words = {
  question: '¿Le hemos ayudado bien?',
  scores: ['Mal', 'No muy bien', 'Aceptable', 'Bien', 'Muy bien'],
  comment: '¿Qué podríamos mejorar? (opcional)',
  hint: 'No escriba aquí datos personales. No se valora a la persona que le atendió.',
  send: 'Enviar valoración',
  thanks: 'Gracias, hemos recibido su valoración.',
};
