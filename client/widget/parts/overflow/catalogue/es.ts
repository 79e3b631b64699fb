import type { Words } from './en.js';

export const words: Words = {
  offer: 'Prefiero una respuesta por correo o por teléfono',
  hint: 'Conserva su puesto en la cola.',
  email: 'Correo electrónico',
  phone: 'Teléfono',
  byEmail: 'Por correo',
  byPhone: 'Que me llamen',
  willMail: 'Le responderemos por correo. Conserva su puesto y puede cerrar esta ventana.',
  willCall: 'Le llamaremos. Conserva su puesto y puede cerrar esta ventana.',
};
