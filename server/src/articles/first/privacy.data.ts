import type { WriteArticle } from '@candour/shared/articles.js';

/** What is kept of a chat, and the customer's own hand on it. */
export const privacy: WriteArticle = {
  topic: 'privacy',
  status: 'published',
  texts: [
    {
      language: 'en',
      slug: 'your-privacy-in-the-chat',
      title: 'Your privacy in the chat',
      summary: 'See, download or delete what is kept of your chat, without an account.',
      body: `Behind the shield at the top of the chat you find what is kept of the conversation, until when, and which rule of our [privacy policy](/help/policy) says so.

- **Download** it as text or as data.
- **Withdraw** its use for training our staff. That takes effect at once.
- **Delete** it for good. Where a law or an open matter needs it, the panel says what it waits for; then it is deleted by itself.

We never ask for card numbers or passwords. If you send one, it is hidden before it is stored.`,
    },
    {
      language: 'de',
      slug: 'ihre-privatsphaere-im-chat',
      title: 'Ihre Privatsphäre im Chat',
      summary: 'Sehen, herunterladen oder löschen, was von Ihrem Chat gespeichert ist, ganz ohne Konto.',
      body: `Hinter dem Schild oben im Chat sehen Sie, was von der Unterhaltung gespeichert ist, wie lange, und welche Regel unserer [Datenschutzerklärung](/help/policy) das sagt.

- **Herunterladen** als Text oder als Daten.
- **Widersprechen**, dass sie zur Schulung unseres Teams dient. Das gilt sofort.
- **Löschen**, endgültig. Braucht sie ein Gesetz oder ein offenes Anliegen noch, sagt das Feld, worauf gewartet wird; danach wird sie von selbst gelöscht.

Wir fragen nie nach Kartennummern oder Passwörtern. Schicken Sie doch eines, wird es vor dem Speichern verdeckt.`,
    },
    {
      language: 'fr',
      slug: 'votre-vie-privee-dans-le-chat',
      title: 'Votre vie privée dans le chat',
      summary: 'Voir, télécharger ou supprimer ce qui est conservé de votre chat, sans compte.',
      body: `Derrière le bouclier, en haut du chat, vous voyez ce qui est conservé de la conversation, jusqu’à quand, et quelle règle de notre [politique de confidentialité](/help/policy) le prévoit.

- **Téléchargez**-la en texte ou en données.
- **Refusez** qu’elle serve à former notre équipe. C’est immédiat.
- **Supprimez**-la définitivement. Si une loi ou une affaire en cours l’exige encore, le panneau dit ce qu’il faut attendre ; elle est ensuite supprimée d’elle-même.

Nous ne demandons jamais de numéro de carte ni de mot de passe. Si vous en envoyez un, il est masqué avant d’être enregistré.`,
    },
    {
      language: 'es',
      slug: 'su-privacidad-en-el-chat',
      title: 'Su privacidad en el chat',
      summary: 'Ver, descargar o borrar lo que se guarda de su chat, sin cuenta.',
      body: `Detrás del escudo, arriba en el chat, verá qué se guarda de la conversación, hasta cuándo y qué regla de nuestra [política de privacidad](/help/policy) lo dice.

- **Descárguela** como texto o como datos.
- **Retírela** de la formación de nuestro equipo. Tiene efecto inmediato.
- **Bórrela** para siempre. Si una ley o un asunto abierto la necesitan, el panel dice a qué se espera; después se borra sola.

Nunca pedimos números de tarjeta ni contraseñas. Si envía uno, se oculta antes de guardarse.`,
    },
  ],
};
