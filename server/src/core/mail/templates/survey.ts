import type { Language } from '@candour/shared/words.js';
import { filled, type Template, type Written } from './template.js';

const templates: Readonly<Record<Language, Template>> = {
  en: {
    subject: 'Ticket #{number}: how well did we help you?',
    text: `Hello,

your ticket #{number} was resolved. If you like, say on this page how well we helped you; it is one question, and open for {days} days:

{link}

You need not answer, and nothing depends on it.

{sender}`,
  },
  de: {
    subject: 'Ticket #{number}: Wie gut haben wir Ihnen geholfen?',
    text: `Guten Tag,

Ihr Ticket #{number} wurde gelöst. Wenn Sie mögen, sagen Sie auf dieser Seite, wie gut wir geholfen haben; es ist eine Frage, {days} Tage offen:

{link}

Eine Antwort ist freiwillig, und nichts hängt davon ab.

{sender}`,
  },
  fr: {
    subject: 'Ticket n° {number} : vous avons-nous bien aidé ?',
    text: `Bonjour,

votre ticket n° {number} a été résolu. Si vous le souhaitez, dites-nous sur cette page si nous vous avons bien aidé ; c’est une seule question, ouverte {days} jours :

{link}

Rien ne vous y oblige et rien n’en dépend.

{sender}`,
  },
  es: {
    subject: 'Tique n.º {number}: ¿le hemos ayudado bien?',
    text: `Hola:

Su tique n.º {number} se ha resuelto. Si quiere, díganos en esta página si le hemos ayudado bien; es una sola pregunta, abierta {days} días:

{link}

No es obligatorio y nada depende de ello.

{sender}`,
  },
};

/** Asks a customer how they were helped. The link is theirs alone: it is masked wherever staff can read the mail. */
export const surveyMail = (
  language: Language,
  { number, link, days, sender }: { number: number; link: string; days: number; sender: string },
): Written => ({
  ...filled(templates[language], { number: String(number), link, days: String(days), sender }),
  secrets: [link],
});
