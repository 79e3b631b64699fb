import type { Language } from '@candour/shared/words.js';
import { filled, type Template, type Written } from './template.js';

type Templates = Readonly<Record<Language, Template>>;

const receipts: Templates = {
  en: {
    subject: 'Ticket #{number}: we have your message',
    text: `Hello,

your message has reached us. Its number is #{number}.

Read it here, add to it, and find our answer; the link holds for {days} days:

{link}

As soon as there is an answer, we write to this address. Afterwards the number is enough to read it: {track}

If you did not write to us, ignore this message.

{sender}`,
  },
  de: {
    subject: 'Ticket #{number}: Ihre Nachricht ist angekommen',
    text: `Guten Tag,

Ihre Nachricht ist bei uns angekommen. Sie hat die Nummer #{number}.

Hier lesen Sie sie, ergänzen sie und finden unsere Antwort; der Link gilt {days} Tage:

{link}

Sobald es eine Antwort gibt, schreiben wir an diese Adresse. Danach genügt die Nummer, um sie zu lesen: {track}

Haben Sie uns nicht geschrieben, ist nichts zu tun.

{sender}`,
  },
  fr: {
    subject: 'Ticket n° {number} : nous avons reçu votre message',
    text: `Bonjour,

votre message nous est bien parvenu. Il porte le numéro {number}.

Vous pouvez le lire ici, le compléter et y trouver notre réponse ; le lien est valable {days} jours :

{link}

Dès qu’il y a une réponse, nous écrivons à cette adresse. Ensuite, le numéro suffit pour la lire : {track}

Si vous ne nous avez pas écrit, ignorez ce message.

{sender}`,
  },
  es: {
    subject: 'Tique n.º {number}: hemos recibido su mensaje',
    text: `Hola:

Hemos recibido su mensaje. Su número es {number}.

Aquí puede leerlo, añadir algo y encontrar nuestra respuesta; el enlace es válido durante {days} días:

{link}

En cuanto haya una respuesta, escribiremos a esta dirección. Después basta el número para leerla: {track}

Si no nos ha escrito, ignore este mensaje.

{sender}`,
  },
};

const answers: Templates = {
  en: {
    subject: 'Ticket #{number}: there is an answer',
    text: `Hello,

we have answered your ticket #{number}. Read the answer here and write back, if you like; the link holds for {days} days:

{link}

Afterwards the number is enough to read it: {track}

{sender}`,
  },
  de: {
    subject: 'Ticket #{number}: Es gibt eine Antwort',
    text: `Guten Tag,

auf Ihr Ticket #{number} haben wir geantwortet. Hier lesen Sie die Antwort und schreiben zurück, wenn Sie mögen; der Link gilt {days} Tage:

{link}

Danach genügt die Nummer, um sie zu lesen: {track}

{sender}`,
  },
  fr: {
    subject: 'Ticket n° {number} : une réponse vous attend',
    text: `Bonjour,

nous avons répondu à votre ticket n° {number}. Vous pouvez lire la réponse ici et y réagir ; le lien est valable {days} jours :

{link}

Ensuite, le numéro suffit pour la lire : {track}

{sender}`,
  },
  es: {
    subject: 'Tique n.º {number}: hay una respuesta',
    text: `Hola:

Hemos respondido a su tique n.º {number}. Aquí puede leer la respuesta y contestar, si quiere; el enlace es válido durante {days} días:

{link}

Después basta el número para leerla: {track}

{sender}`,
  },
};

const transcripts: Templates = {
  en: {
    subject: 'Your chat #{number} to read',
    text: `Hello,

somebody asked in the chat for a link to read conversation #{number}. It holds for {days} days:

{link}

If that was not you, ignore this message and do not pass the link on.

{sender}`,
  },
  de: {
    subject: 'Ihr Chat #{number} zum Nachlesen',
    text: `Guten Tag,

im Chat wurde ein Link zum Nachlesen des Gesprächs #{number} angefordert. Er gilt {days} Tage:

{link}

Waren Sie das nicht, ist nichts zu tun; reichen Sie den Link nicht weiter.

{sender}`,
  },
  fr: {
    subject: 'Votre conversation n° {number} à relire',
    text: `Bonjour,

un lien pour relire la conversation n° {number} a été demandé dans le chat. Il est valable {days} jours :

{link}

Si ce n’était pas vous, ignorez ce message et ne transmettez pas le lien.

{sender}`,
  },
  es: {
    subject: 'Su conversación n.º {number} para leerla',
    text: `Hola:

En el chat se ha pedido un enlace para leer la conversación n.º {number}. Es válido durante {days} días:

{link}

Si no ha sido usted, ignore este mensaje y no reenvíe el enlace.

{sender}`,
  },
};

const codes: Templates = {
  en: {
    subject: 'Your code to read ticket #{number}',
    text: `Hello,

your code is {code}. It holds for {minutes} minutes and belongs on the page on which you asked for it, nowhere else.

If you did not ask for it, ignore this message: without the code nothing happens.

{sender}`,
  },
  de: {
    subject: 'Ihr Code zum Lesen von Ticket #{number}',
    text: `Guten Tag,

Ihr Code lautet {code}. Er gilt {minutes} Minuten und gehört auf die Seite, auf der Sie ihn angefordert haben, sonst nirgendwohin.

Haben Sie ihn nicht angefordert, ist nichts zu tun: Ohne den Code geschieht nichts.

{sender}`,
  },
  fr: {
    subject: 'Votre code pour lire le ticket n° {number}',
    text: `Bonjour,

votre code est {code}. Il est valable {minutes} minutes et se saisit sur la page où vous l’avez demandé, nulle part ailleurs.

Vous ne l’avez pas demandé ? Ignorez ce message : sans le code, rien ne se passe.

{sender}`,
  },
  es: {
    subject: 'Su código para leer el tique n.º {number}',
    text: `Hola:

Su código es {code}. Es válido durante {minutes} minutos y se escribe en la página en la que lo ha pedido, en ningún otro lugar.

Si no lo ha pedido, ignore este mensaje: sin el código no ocurre nada.

{sender}`,
  },
};

const linked = { receipt: receipts, answer: answers, transcript: transcripts };
export type LinkMail = keyof typeof linked;
export const linkMails = Object.keys(linked) as LinkMail[];

export interface LinkMailValues {
  readonly number: number;
  /** Theirs alone: masked wherever staff can read the mail. */
  readonly link: string;
  /** The page that asks for number and code. */
  readonly track: string;
  readonly days: number;
  readonly sender: string;
}

/** A mail that says there is something to read, and where; never what (policy R14, X12). */
export const linkMail = (kind: LinkMail, language: Language, values: LinkMailValues): Written => ({
  ...filled(linked[kind][language], { ...values, number: String(values.number), days: String(values.days) }),
  secrets: [values.link],
});

/** The code with which a customer reads a conversation that they name by its number. */
export const readingCode = (
  language: Language,
  values: { readonly number: number; readonly code: string; readonly minutes: number; readonly sender: string },
): Written => ({
  ...filled(codes[language], { ...values, number: String(values.number), minutes: String(values.minutes) }),
  secrets: [values.code],
});
