import type { WriteGreeting } from '@candour/shared/greetings.js';

/** Two rules of greeting: on the pages of the demonstration shop, and on one that it does not have. */
export const demoGreetings: readonly WriteGreeting[] = [
  {
    ...{ path: '/shop*', after: 40, whileOpen: true, on: true, topic: 'product' },
    text: {
      en: 'Questions about a piece? We are here.',
      de: 'Fragen zu einem Möbel? Wir sind da.',
      fr: 'Une question sur un meuble ? Nous sommes là.',
      es: '¿Preguntas sobre un mueble? Aquí estamos.',
    },
  },
  {
    ...{ path: '/checkout*', after: 90, whileOpen: false, on: true, topic: 'payment' },
    text: {
      en: 'Is something holding you up at the checkout?',
      de: 'Hakt es an der Kasse?',
      fr: 'Un souci au moment de payer ?',
      es: '¿Algún problema al pagar?',
    },
  },
];

/** What was left at the help centre outside of a chat; it waits for an answer by e-mail. */
export const demoForm = {
  customer: 'amelie',
  minutes: 50,
  topic: 'returns',
  text: 'Bonjour, le transporteur propose d’enlever le matelas jeudi entre 8 h et 10 h. Serait-ce possible l’après-midi ?',
} as const;
