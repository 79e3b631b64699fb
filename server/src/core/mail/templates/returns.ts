import type { Language } from '@candour/shared/words.js';
import { filled, type Template, type Written } from './template.js';

type Templates = Readonly<Record<Language, Template>>;

const codes: Templates = {
  en: {
    subject: 'Your code to return goods',
    text: `Hello,

your code is {code}. It holds for {minutes} minutes and belongs on the page on which you asked for it, nowhere else.

If you did not ask for it, ignore this message: without the code nothing happens.

{sender}`,
  },
  de: {
    subject: 'Ihr Code für die Rückgabe',
    text: `Guten Tag,

Ihr Code lautet {code}. Er gilt {minutes} Minuten und gehört auf die Seite, auf der Sie ihn angefordert haben, sonst nirgendwohin.

Haben Sie ihn nicht angefordert, ist nichts zu tun: Ohne den Code geschieht nichts.

{sender}`,
  },
  fr: {
    subject: 'Votre code pour un retour',
    text: `Bonjour,

votre code est {code}. Il est valable {minutes} minutes et se saisit sur la page où vous l’avez demandé, nulle part ailleurs.

Vous ne l’avez pas demandé ? Ignorez ce message : sans le code, rien ne se passe.

{sender}`,
  },
  es: {
    subject: 'Su código para una devolución',
    text: `Hola:

Su código es {code}. Es válido durante {minutes} minutos y se escribe en la página en la que lo ha pedido, en ningún otro lugar.

Si no lo ha pedido, ignore este mensaje: sin el código no ocurre nada.

{sender}`,
  },
};

const receipts: Templates = {
  en: {
    subject: 'We have received your withdrawal',
    text: `Hello,

we confirm that your declaration of withdrawal reached us on {at} (UTC). It is ticket #{number}. This is what you declared:

{declaration}

Keep this message: it is your proof. We will write to you about how the goods come back and when you get your money.

{sender}`,
  },
  de: {
    subject: 'Ihr Widerruf ist eingegangen',
    text: `Guten Tag,

wir bestätigen, dass Ihre Widerrufserklärung am {at} (UTC) bei uns eingegangen ist. Sie hat die Ticketnummer #{number}. Sie haben erklärt:

{declaration}

Bewahren Sie diese Nachricht auf: Sie ist Ihr Nachweis. Wie die Ware zurückkommt und wann Sie Ihr Geld erhalten, schreiben wir Ihnen.

{sender}`,
  },
  fr: {
    subject: 'Nous avons bien reçu votre rétractation',
    text: `Bonjour,

nous confirmons que votre déclaration de rétractation nous est parvenue le {at} (UTC). Elle porte le numéro de ticket {number}. Vous avez déclaré :

{declaration}

Conservez ce message : il vous sert de preuve. Nous vous écrirons comment renvoyer les articles et quand vous serez remboursé.

{sender}`,
  },
  es: {
    subject: 'Hemos recibido su desistimiento',
    text: `Hola:

Confirmamos que su declaración de desistimiento nos llegó el {at} (UTC). Tiene el número de tique {number}. Esto es lo que ha declarado:

{declaration}

Guarde este mensaje: es su comprobante. Le escribiremos cómo devolver los artículos y cuándo recibirá su dinero.

{sender}`,
  },
};

const declarations: Readonly<Record<Language, string>> = {
  en: 'I withdraw from the contract about order {order}.\nGoods: {goods}\nName: {name}',
  de: 'Hiermit widerrufe ich den Vertrag über die Bestellung {order}.\nWare: {goods}\nName: {name}',
  fr: 'Je me rétracte du contrat portant sur la commande {order}.\nArticles : {goods}\nNom : {name}',
  es: 'Desisto del contrato del pedido {order}.\nArtículos: {goods}\nNombre: {name}',
};
const all: Readonly<Record<Language, string>> = { en: 'all', de: 'alles', fr: 'tous', es: 'todos' };

/** The words of a withdrawal (Directive 2011/83/EU Annex I B). */
export const withdrawalWords = (
  language: Language,
  { order, goods, name }: { readonly order: string; readonly goods?: string | undefined; readonly name: string },
): string => filled({ subject: '', text: declarations[language] }, { order, name, goods: goods ?? all[language] }).text;

/** Its receipt, with the declaration and the instant in it: it can be kept (Art. 11a(4)). */
export const withdrawalReceipt = (
  language: Language,
  values: { readonly at: string; readonly number: number; readonly declaration: string; readonly sender: string },
): Written => filled(receipts[language], { ...values, number: String(values.number) });

/** The code with which a customer returns goods of an order that they name by its number. */
export const returnCode = (
  language: Language,
  values: { readonly code: string; readonly minutes: number; readonly sender: string },
): Written => ({ ...filled(codes[language], { ...values, minutes: String(values.minutes) }), secrets: [values.code] });
