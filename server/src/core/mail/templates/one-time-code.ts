import type { Language } from '@candour/shared/words.js';
import { filled, type Template, type Written } from './template.js';

const templates: Readonly<Record<Language, Template>> = {
  en: {
    subject: 'Your one-time code for the chat with {sender}',
    text: `Hello,

your one-time code is {code}. It holds for {minutes} minutes and belongs in the chat window, nowhere else.

If you did not ask for it, ignore this message: without the code nothing happens.

We never ask for passwords or card details by e-mail.

{sender}`,
  },
  de: {
    subject: 'Ihr Einmalcode für den Chat mit {sender}',
    text: `Guten Tag,

Ihr Einmalcode lautet {code}. Er gilt {minutes} Minuten und gehört in das Chatfenster, sonst nirgendwohin.

Haben Sie ihn nicht angefordert, ist nichts zu tun: Ohne den Code geschieht nichts.

Wir fragen nie per E-Mail nach Passwörtern oder Kartendaten.

{sender}`,
  },
  fr: {
    subject: 'Votre code à usage unique pour le chat avec {sender}',
    text: `Bonjour,

votre code à usage unique est {code}. Il est valable {minutes} minutes et se saisit dans la fenêtre de chat, nulle part ailleurs.

Vous ne l’avez pas demandé ? Ignorez ce message : sans le code, rien ne se passe.

Nous ne demandons jamais de mot de passe ni de données de carte par e-mail.

{sender}`,
  },
  es: {
    subject: 'Su código de un solo uso para el chat con {sender}',
    text: `Hola:

Su código de un solo uso es {code}. Es válido durante {minutes} minutos y se escribe en la ventana del chat, en ningún otro lugar.

Si no lo ha pedido, ignore este mensaje: sin el código no ocurre nada.

Nunca pedimos contraseñas ni datos de tarjetas por correo electrónico.

{sender}`,
  },
};

/** The code that lifts a conversation to verification level 1. Masked wherever staff can read the mail. */
export const oneTimeCode = (
  language: Language,
  { code, minutes, sender }: { code: string; minutes: number; sender: string },
): Written => ({ ...filled(templates[language], { code, minutes: String(minutes), sender }), secrets: [code] });
