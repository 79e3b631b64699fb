import type { Language, Topic } from '@candour/shared/words.js';

/** What is said: of who waits, all by the customer; of a finished talk, first by the customer, then in turn. */
type Talk = readonly [topic: Topic, ...words: readonly string[]];

/** Of customers with a story; they wait now. `minutes`: since when. */
export interface WaitingChat {
  readonly customer: string;
  readonly minutes: number;
  /** Recognised by the shop's token, or known by what they say of themselves. */
  readonly by: 'shop' | 'claim';
  readonly talk: Talk;
}

export const waitingChats: readonly WaitingChat[] = [
  {
    ...{ customer: 'ottoline', minutes: 4, by: 'shop' },
    talk: [
      'delivery',
      'My sofa bed came three days ago. Under the cover the frame is cracked. What now? I kept the packaging.',
    ],
  },
  {
    ...{ customer: 'konrad', minutes: 11, by: 'claim' },
    talk: ['privacy', 'Guten Tag, bitte löschen Sie alle meine Daten. Die Erstattung für die Eckbank ist noch offen.'],
  },
  {
    ...{ customer: 'amelie', minutes: 7, by: 'claim' },
    talk: ['returns', 'Bonjour, je souhaite me rétracter pour le matelas. Il a été déballé, est-ce possible ?'],
  },
  {
    ...{ customer: 'rocio', minutes: 2, by: 'shop' },
    talk: ['product', 'Hola, ¿cómo cuido la madera de nogal de las mesillas?'],
  },
  {
    ...{ customer: 'duncan', minutes: 16, by: 'claim' },
    talk: [
      'orders',
      'I wrote you a letter nine days ago about the wardrobe and have heard nothing. This is not good enough.',
    ],
  },
  {
    ...{ customer: 'elise', minutes: 9, by: 'claim' },
    talk: ['delivery', 'Bonjour, quand ma commode sera-t-elle livrée à Montréal ?'],
  },
  {
    ...{ customer: 'matilda', minutes: 5, by: 'shop' },
    talk: ['payment', 'I was charged twice for one daybed. Please look into it.'],
  },
  {
    ...{ customer: 'tane', minutes: 3, by: 'claim' },
    talk: ['delivery', 'Kia ora, the footrest kit of my recliner was not in the box.'],
  },
  {
    ...{ customer: 'pepper', minutes: 1, by: 'claim' },
    talk: ['account', "Hi, can I change the name on my account? I'm 15 and my aunt set it up."],
  },
  {
    ...{ customer: 'bruno', minutes: 6, by: 'claim' },
    talk: [
      'payment',
      'Hallo, bei der Zahlung ging etwas schief.',
      'Meine Karte ist die 4111 1111',
      '1111 1111, stimmt die?',
    ],
  },
];

/** Of visitors nobody knows; they wait now too. */
export const strangers: readonly (readonly [minutes: number, language: Language, topic: Topic, words: string])[] = [
  [13, 'en', 'product', 'A bunk bed for my 12-year-old: does it hold two children and a guitar?'],
  [12, 'de', 'product', 'Gibt es das Sofa „Marlow“ auch in Dunkelgrün?'],
  [10, 'fr', 'product', 'La table « Clairière » est-elle en bois massif ?'],
  [8, 'es', 'delivery', '¿Entregan en las islas Baleares?'],
  [8, 'en', 'payment', 'Does the spring promotion also count for mattresses?'],
  [6, 'en', 'delivery', 'Do you carry a wardrobe up to the fourth floor without a lift?'],
  [5, 'de', 'orders', 'Kann ich ohne Kundenkonto bestellen?'],
  [4, 'es', 'returns', '¿Cuántos días tengo para devolver un colchón?'],
  [3, 'fr', 'account', 'Je n’arrive pas à me connecter à mon compte.'],
  [2, 'en', 'product', 'Which polish suits oiled oak?'],
  [19, 'de', 'delivery', 'Liefern Sie auch samstags?'],
  [18, 'en', 'returns', 'The lamp came in the wrong colour. How do I send it back?'],
  [18, 'fr', 'delivery', 'Livrez-vous en Corse ?'],
  [17, 'es', 'product', '¿La silla «Mimbre» se vende por separado?'],
  [17, 'en', 'orders', 'Can I still add a cushion to my order?'],
  [16, 'de', 'returns', 'Wie lange kann ich einen Teppich zurückgeben?'],
  [15, 'fr', 'payment', 'Puis-je payer en trois fois ?'],
  [15, 'en', 'account', 'I do not get the e-mail to set a new password.'],
  [14, 'es', 'payment', '¿Aceptan pago contra reembolso?'],
  [14, 'en', 'product', 'How high is the seat of the chair “Wicket”?'],
  [13, 'de', 'account', 'Kann ich meine E-Mail-Adresse ändern?'],
  [12, 'fr', 'orders', 'Ma commande est-elle bien enregistrée ?'],
  [11, 'es', 'orders', 'No encuentro mi número de pedido.'],
  [11, 'en', 'privacy', 'How long do you keep what I write here?'],
  [10, 'de', 'product', 'Ist die Leuchte „Reiher“ dimmbar?'],
  [9, 'fr', 'returns', 'Le retour est-il gratuit ?'],
  [7, 'es', 'account', '¿Cómo cierro mi cuenta?'],
  [6, 'de', 'payment', 'Wird meine Karte schon bei der Bestellung belastet?'],
  [4, 'en', 'orders', 'Do you send a receipt by post?'],
  [1, 'fr', 'product', 'La housse du canapé est-elle lavable ?'],
];

/** Finished talks, told again with other people over the past months. */
export const finishedTalks: Readonly<Record<Language, readonly Talk[]>> = {
  en: [
    [
      'delivery',
      'When will my order come?',
      'It is with the carrier: they will call you to agree on a day.',
      'Thank you!',
    ],
    ['product', 'Is the cover of the cushion washable?', 'Yes, at 30 degrees, and please do not tumble dry it.'],
    [
      'returns',
      'The colour is not what I hoped for.',
      'You may send it back within the period on your receipt. I have sent you the steps.',
      'Great, thanks.',
    ],
    [
      'orders',
      'Could I still change the address?',
      'I can do that once you have confirmed the code by e-mail.',
      'Then I leave it as it is.',
    ],
    ['payment', 'Which cards do you take?', 'All common ones, at the checkout. Please never send a number here.'],
    ['account', 'How do I close my account?', 'On the page of your account, at the bottom. It takes effect at once.'],
    [
      'delivery',
      'One screw is missing.',
      'I am sorry. A bag with all of them leaves our warehouse today.',
      'That was quick.',
      'Enjoy the shelf!',
    ],
  ],
  de: [
    ['delivery', 'Wann kommt meine Lieferung?', 'Die Spedition ruft Sie an und vereinbart einen Tag.', 'Danke schön!'],
    ['product', 'Wie pflege ich geölte Eiche?', 'Feucht abwischen und zweimal im Jahr nachölen.', 'Wunderbar.'],
    ['payment', 'Gilt der Gutschein auch für Matratzen?', 'Ja, ab einem Bestellwert von 100 Euro.'],
    ['orders', 'Kann ich die Lieferadresse noch ändern?', 'Ja, sobald Sie den Code aus der E-Mail bestätigt haben.'],
    ['returns', 'Der Stuhl wackelt.', 'Das tut uns leid. Wir schicken Ihnen ein neues Bein.', 'Vielen Dank!'],
  ],
  fr: [
    [
      'delivery',
      'Quand serai-je livré ?',
      'Le transporteur vous appellera pour convenir d’un jour.',
      'Merci beaucoup.',
    ],
    ['returns', 'Comment renvoyer une chaise ?', 'Je vous ai indiqué les étapes ; gardez l’emballage.', 'Parfait.'],
    ['account', 'Comment changer mon mot de passe ?', 'Sur la page de votre compte. Ne nous l’envoyez jamais.'],
    ['product', 'La lampe est-elle livrée avec une ampoule ?', 'Oui, avec une ampoule à vis.', 'Très bien.'],
    ['orders', 'Puis-je ajouter une chaise ?', 'Votre commande est déjà partie ; il faut en passer une autre.'],
  ],
  es: [
    ['orders', '¿Ha llegado bien mi pedido?', 'Sí, se está preparando y sale mañana.', 'Gracias.'],
    ['product', '¿La estantería se fija a la pared?', 'Sí, y la fijación viene en la caja. Úsela siempre.'],
    ['delivery', '¿Puedo elegir el día de entrega?', 'El transportista le ofrecerá varios días.', 'Perfecto.'],
    ['returns', '¿Quién paga la devolución?', 'Nosotros, si el artículo llegó dañado.', 'Entendido, gracias.'],
    ['payment', '¿Me envían una factura?', 'Está en su correo y en la página de su cuenta.'],
  ],
};
