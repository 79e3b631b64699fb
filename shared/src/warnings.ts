import type { Language } from './words.js';

/** What a customer is told who grows abusive: kind, in their language, and without a threat that cannot be kept. */
export const warnings: Readonly<Record<Language, string>> = {
  en: 'I would like to help you, and I can see that this is upsetting. Please keep our conversation polite, so that we can sort it out together. Otherwise I may have to end the chat; your request will be looked at all the same.',
  de: 'Ich möchte Ihnen gern helfen und verstehe, dass das ärgerlich ist. Bitte bleiben Sie im Ton sachlich, damit wir gemeinsam eine Lösung finden. Sonst muss ich den Chat womöglich beenden; Ihr Anliegen wird trotzdem bearbeitet.',
  fr: 'Je souhaite vous aider et je comprends que la situation soit contrariante. Merci de rester courtois afin que nous trouvions ensemble une solution. Sinon, je devrai peut-être mettre fin au chat ; votre demande sera tout de même traitée.',
  es: 'Quiero ayudarle y entiendo que la situación es molesta. Le ruego que mantengamos un trato respetuoso para resolverlo juntos. De lo contrario, quizá tenga que terminar el chat; su petición se atenderá de todos modos.',
};
