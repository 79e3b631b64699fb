import type { TicketField } from '@candour/shared/fields.js';
import { newId } from '@candour/shared/ids.js';
import type { Score } from '@candour/shared/surveys.js';
import type { Language } from '@candour/shared/words.js';

/** What customers of the demonstration add to their score. */
export const praise: Readonly<Record<Language, Partial<Record<Score, string>>>> = {
  en: {
    5: 'Quick and kind. I knew at every moment what would happen next.',
    4: 'Good answer, a little wait.',
    3: 'In the end it was solved, but I had to explain it twice.',
    2: 'Nobody could tell me the day of delivery.',
  },
  de: {
    5: 'Schnell und freundlich. Ich wusste jederzeit, wie es weitergeht.',
    4: 'Gute Antwort, etwas Wartezeit.',
    3: 'Am Ende gelöst, aber ich musste es zweimal erklären.',
    2: 'Niemand konnte mir den Liefertag nennen.',
  },
  fr: {
    5: 'Rapide et aimable. Je savais à tout moment ce qui allait se passer.',
    4: 'Bonne réponse, un peu d’attente.',
    3: 'Résolu à la fin, mais j’ai dû expliquer deux fois.',
    2: 'Personne n’a pu me dire le jour de livraison.',
  },
  es: {
    5: 'Rápido y amable. En todo momento supe qué pasaría después.',
    4: 'Buena respuesta, con algo de espera.',
    3: 'Al final se resolvió, pero tuve que explicarlo dos veces.',
    2: 'Nadie pudo decirme el día de entrega.',
  },
};

const named = (en: string, de: string, fr: string, es: string) => ({ en, de, fr, es });
const choice = (...labels: [string, string, string, string]) => ({ id: newId(), labels: named(...labels) });

/** What the demonstration's agents note of deliveries and returns. */
export const ticketFields = (): TicketField[] => [
  {
    ...{ id: newId(), topic: 'delivery', kind: 'choice' },
    labels: named('Access', 'Zugang', 'Accès', 'Acceso'),
    choices: [
      choice('Ground floor', 'Erdgeschoss', 'Rez-de-chaussée', 'Planta baja'),
      choice('Stairs', 'Treppe', 'Escalier', 'Escaleras'),
      choice('Lift', 'Aufzug', 'Ascenseur', 'Ascensor'),
    ],
  },
  {
    ...{ id: newId(), topic: 'delivery', kind: 'number', choices: [] },
    labels: named('Narrowest door, cm', 'Schmalste Tür, cm', 'Porte la plus étroite, cm', 'Puerta más estrecha, cm'),
  },
  {
    ...{ id: newId(), topic: 'delivery', kind: 'date', choices: [] },
    labels: named('Carrier told on', 'Spediteur informiert am', 'Transporteur prévenu le', 'Transportista avisado el'),
  },
  {
    ...{ id: newId(), topic: 'returns', kind: 'choice' },
    labels: named('Packaging', 'Verpackung', 'Emballage', 'Embalaje'),
    choices: [
      choice('Kept', 'Aufgehoben', 'Conservé', 'Guardado'),
      choice('Thrown away', 'Weggeworfen', 'Jeté', 'Tirado'),
    ],
  },
  {
    ...{ id: newId(), topic: 'returns', kind: 'text', choices: [] },
    labels: named('Part and fault', 'Teil und Fehler', 'Pièce et défaut', 'Pieza y defecto'),
  },
];
