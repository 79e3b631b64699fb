import type { Words } from './en.js';

export const words: Words = {
  title: 'Saisissez votre code',
  hint: 'Nous avons envoyé six chiffres à l’adresse e-mail de la commande.',
  label: 'Code à six chiffres',
  verify: 'Confirmer',
};
