import type { Words } from './en.js';

export const words: Words = {
  offer: 'Recevoir plutôt une réponse par e-mail ou par téléphone',
  hint: 'Vous gardez votre place dans la file.',
  email: 'E-mail',
  phone: 'Numéro de téléphone',
  byEmail: 'Par e-mail',
  byPhone: 'Me rappeler',
  willMail: 'Nous vous répondrons par e-mail. Vous gardez votre place et pouvez fermer cette fenêtre.',
  willCall: 'Nous vous rappellerons. Vous gardez votre place et pouvez fermer cette fenêtre.',
};
