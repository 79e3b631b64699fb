import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import type { DemoOrder } from './orders.data.js';
import type { DemoCustomer } from './people.data.js';
import type { Topic } from '@candour/shared/words.js';

/** A ticket that came by e-mail. `ago`: milliseconds before the first start. */
export interface DemoTicket {
  readonly what: string;
  readonly customer: string;
  readonly topic: Topic;
  readonly ago: number;
  readonly words: string;
}

/** 2. Deletion while a refund is under way, six days before it is due. */
export const deletion = {
  what: 'deletion',
  customer: 'konrad',
  topic: 'payment',
  ago: 25 * DAY + 3 * HOUR,
  words:
    'Guten Tag, wann kommt die Erstattung für die Eckbank? Und bitte löschen Sie danach alle meine Daten, ich kaufe hier nicht mehr ein.',
  answer:
    'Guten Tag, die Erstattung ist bei der Bank. Ihren Antrag auf Löschung haben wir aufgenommen; wir melden uns, sobald beides erledigt ist.',
  reminder: 'Ich warte noch immer auf die Erstattung. Wie steht es mit meinem Antrag?',
  promise: 'Wir haben bei der Bank nachgefragt und schreiben Ihnen, sobald sie antwortet. Ihr Antrag läuft weiter.',
} as const;

/** Two of one matter from the same browser. */
export const twice = {
  first: {
    what: 'commode',
    customer: 'elise',
    topic: 'delivery',
    ago: 30 * HOUR,
    words: 'Bonjour, ma commode devait arriver mardi à Montréal et le transporteur n’a pas appelé.',
  },
  second: {
    what: 'commode again',
    customer: 'elise',
    topic: 'delivery',
    ago: 26 * HOUR,
    words: 'Je vous réécris au sujet de la commode : le transporteur m’a laissé un avis sans numéro.',
  },
  answer: 'Bonjour, je suis désolée. Je demande au transporteur le numéro de l’avis et vous réponds demain matin.',
  question: 'Élise attend un geste pour le retard. Peux-tu reprendre ? Les deux messages sont réunis ici.',
} as const;

/** 8. A reading corner is planned by a design expert. */
export const corner = {
  what: 'corner',
  customer: 'tane',
  topic: 'product',
  ago: 5 * HOUR,
  words:
    'Kia ora, we have a corner of 2.40 m by 1.80 m beside the window. Which armchair and lamp go with the green recliner?',
  note: 'Their room has a radiator on the left, 60 cm high. They can do a call in the evening, New Zealand time.',
} as const;

/** Rests until the carrier has called. */
export const resting = {
  what: 'hinge',
  customer: 'duncan',
  topic: 'delivery',
  ago: 27 * HOUR,
  words: 'The upper hinge of the wardrobe was bent when it came. Will somebody bring a new one?',
  answer: 'I am sorry about that. The carrier brings a new hinge and will call you to agree on a day.',
  note: 'may we waive the second delivery? He has written a letter, too.',
} as const;

/** A reply waits for the morning. */
export const tomorrow = {
  what: 'colour',
  customer: 'bruno',
  topic: 'product',
  ago: 3 * HOUR,
  words: 'Gibt es den Beistelltisch „Kiesel“ auch in Eiche, und wann wieder?',
  later: 'Guten Morgen, der „Kiesel“ in Eiche kommt in der nächsten Woche herein. Soll ich einen für Sie zurücklegen?',
} as const;

/** Near its breach: of the two hours to a first answer most are over. */
export const nearBreach = {
  what: 'missed visit',
  customer: 'rocio',
  topic: 'delivery',
  words: 'Hola, la entrega de las mesillas era esta mañana y no ha venido nadie. ¿Cuándo llegan?',
  note: 'the carrier’s desk is on the phone until six today.',
  /** Of business time, of 120 minutes. */
  waited: 97 * MINUTE,
} as const;

/** 1. What Ottoline shows of the frame. */
export const frame = { words: 'This is the crack, and the carrier’s delivery note.' } as const;

/** 7. Bought once under another address, and found to be the same person. */
export const elsewhere: { readonly customer: DemoCustomer; readonly into: string; readonly order: DemoOrder } = {
  into: 'matilda',
  customer: {
    id: 'matilda.elsewhere',
    name: 'Matilda Daybed',
    email: 'm.daybed@example.com',
    phone: '+61 2 5550 0167',
    ...{ language: 'en', currency: 'AUD', country: 'AU', address: '2 Slumber Street\nSydney' },
  },
  order: {
    ...{ customer: 'matilda.elsewhere', number: 'KW-7000', placed: 210, delivered: 203, shipping: 900 },
    ...{ payment: 'paid', fulfilment: 'delivered' },
    lines: [['PIL-50-LIN', 'Pillow "Billabong", linen', 2, 4_900]],
  },
};
