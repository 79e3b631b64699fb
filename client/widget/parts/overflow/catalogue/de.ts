import type { Words } from './en.js';

export const words: Words = {
  offer: 'Lieber per E-Mail oder Telefon antworten lassen',
  hint: 'Ihr Platz in der Warteschlange bleibt.',
  email: 'E-Mail-Adresse',
  phone: 'Telefonnummer',
  byEmail: 'Per E-Mail',
  byPhone: 'Rückruf',
  willMail: 'Wir antworten Ihnen per E-Mail. Ihr Platz bleibt, Sie können dieses Fenster schließen.',
  willCall: 'Wir rufen Sie zurück. Ihr Platz bleibt, Sie können dieses Fenster schließen.',
};
