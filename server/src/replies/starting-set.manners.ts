import type { SetReply } from '@candour/shared/replies.js';

/** How a conversation begins, goes on and ends. */
export const opening: readonly Omit<SetReply, 'shared'>[] = [
  {
    name: 'hello',
    topic: null,
    texts: {
      en: 'Hello {{customer.name}}, this is {{agent.name}}. Give me a moment to read what you wrote.',
      de: 'Guten Tag {{customer.name}}, hier ist {{agent.name}}. Einen Augenblick bitte, ich lese, was Sie geschrieben haben.',
      fr: 'Bonjour {{customer.name}}, ici {{agent.name}}. Un instant, je lis votre message.',
      es: 'Hola, {{customer.name}}. Soy {{agent.name}}. Deme un momento para leer lo que ha escrito.',
    },
  },
  {
    name: 'looking',
    topic: null,
    texts: {
      en: 'I am looking into it and will be back within a few minutes. You need not do anything.',
      de: 'Ich sehe das nach und melde mich in wenigen Minuten. Sie müssen nichts weiter tun.',
      fr: 'Je vérifie et reviens vers vous dans quelques minutes. Vous n’avez rien à faire.',
      es: 'Lo estoy comprobando y vuelvo con usted en unos minutos. No tiene que hacer nada.',
    },
  },
  {
    name: 'verify',
    topic: null,
    texts: {
      en: 'Before I can speak about the order I will send a code to the e-mail address kept with it. Please type the code here; it holds for ten minutes.',
      de: 'Bevor ich über die Bestellung sprechen kann, sende ich einen Code an die dort hinterlegte E-Mail-Adresse. Tippen Sie ihn bitte hier ein; er gilt zehn Minuten.',
      fr: 'Avant de parler de la commande, j’envoie un code à l’adresse e-mail qui y est enregistrée. Saisissez-le ici ; il est valable dix minutes.',
      es: 'Antes de hablar del pedido le enviaré un código a la dirección de correo que figura en él. Escríbalo aquí; es válido durante diez minutos.',
    },
  },
];

export const closing: readonly Omit<SetReply, 'shared'>[] = [
  {
    name: 'anything-else',
    topic: null,
    texts: {
      en: 'Is there anything else I can do for you today?',
      de: 'Kann ich heute noch etwas für Sie tun?',
      fr: 'Puis-je encore faire quelque chose pour vous aujourd’hui ?',
      es: '¿Puedo ayudarle hoy en algo más?',
    },
  },
  {
    name: 'goodbye',
    topic: null,
    texts: {
      en: 'Thank you for writing to us. Your ticket is {{ticket.number}}; write here again and it opens as it stands. Kind regards, {{agent.name}}',
      de: 'Danke für Ihre Nachricht. Ihr Ticket ist {{ticket.number}}; schreiben Sie hier wieder, geht es dort weiter. Freundliche Grüße, {{agent.name}}',
      fr: 'Merci de nous avoir écrit. Votre ticket est le {{ticket.number}} ; écrivez ici et nous reprendrons où nous en étions. Cordialement, {{agent.name}}',
      es: 'Gracias por escribirnos. Su tique es el {{ticket.number}}; si vuelve a escribir aquí, seguiremos donde lo dejamos. Un saludo cordial, {{agent.name}}',
    },
  },
  {
    name: 'still-there',
    topic: null,
    texts: {
      en: 'Are you still there? Take your time: what you wrote is kept, and you can go on whenever you like.',
      de: 'Sind Sie noch da? Lassen Sie sich Zeit: Was Sie geschrieben haben, bleibt erhalten, und Sie können jederzeit weiterschreiben.',
      fr: 'Êtes-vous toujours là ? Prenez votre temps : vos messages sont conservés et vous pouvez reprendre quand vous voulez.',
      es: '¿Sigue ahí? Tómese su tiempo: lo que ha escrito se conserva y puede continuar cuando quiera.',
    },
  },
];
