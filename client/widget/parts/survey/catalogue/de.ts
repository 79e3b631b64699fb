import type { Words } from './en.js';

export const words: Words = {
  question: 'Wie gut haben wir Ihnen geholfen?',
  scores: ['Schlecht', 'Weniger gut', 'In Ordnung', 'Gut', 'Sehr gut'],
  comment: 'Was könnte besser sein? (freiwillig)',
  hint: 'Bitte schreiben Sie hier keine persönlichen Angaben. Wer Sie betreut hat, gehört nicht zur Bewertung.',
  send: 'Bewertung senden',
  thanks: 'Vielen Dank, Ihre Bewertung ist angekommen.',
};
