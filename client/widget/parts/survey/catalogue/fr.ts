import type { Words } from './en.js';

export const words: Words = {
  question: 'Vous avons-nous bien aidé ?',
  scores: ['Mal', 'Pas très bien', 'Correctement', 'Bien', 'Très bien'],
  comment: 'Que pourrions-nous améliorer ? (facultatif)',
  hint: 'N’indiquez pas de données personnelles ici. La personne qui vous a répondu n’est pas notée.',
  send: 'Envoyer l’avis',
  thanks: 'Merci, votre avis nous est parvenu.',
};
