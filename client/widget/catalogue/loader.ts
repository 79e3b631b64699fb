import type { Language } from '@candour/shared/words.js';

/** The few words the loader needs before the chat is there, in the four languages of the shop (policy R50). */
export const loaderWords: Record<
  Language,
  readonly [open: string, close: string, title: string, unread: string, dismiss: string]
> = {
  en: ['Open chat', 'Close chat', 'Chat with customer service', 'new messages', 'Dismiss'],
  de: ['Chat öffnen', 'Chat schließen', 'Chat mit dem Kundenservice', 'neue Nachrichten', 'Schließen'],
  fr: ['Ouvrir le chat', 'Fermer le chat', 'Chat avec le service client', 'nouveaux messages', 'Fermer ce message'],
  es: ['Abrir el chat', 'Cerrar el chat', 'Chat con atención al cliente', 'mensajes nuevos', 'Cerrar este mensaje'],
};
