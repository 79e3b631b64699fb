import type { SetReply } from '@candour/shared/replies.js';

/** Returns, payment, the account and privacy. */
export const aboutMatters: readonly Omit<SetReply, 'shared'>[] = [
  {
    name: 'return-how',
    topic: 'returns',
    texts: {
      en: 'You can return {{order.title}}. Large pieces are collected at your door; I will propose a day. Please keep the packaging if you still have it; without it we bring some.',
      de: 'Sie können {{order.title}} zurückgeben. Große Stücke holen wir bei Ihnen ab; ich schlage Ihnen einen Tag vor. Bewahren Sie die Verpackung auf, falls noch vorhanden; sonst bringen wir welche mit.',
      fr: 'Vous pouvez retourner {{order.title}}. Les grands meubles sont repris à domicile ; je vous propose un jour. Gardez l’emballage si vous l’avez encore, sinon nous en apportons un.',
      es: 'Puede devolver {{order.title}}. Las piezas grandes las recogemos en su domicilio; le propondré un día. Conserve el embalaje si aún lo tiene; si no, llevaremos uno.',
    },
  },
  {
    name: 'withdrawal-received',
    topic: 'returns',
    texts: {
      en: 'Your withdrawal from order {{order.number}} has reached us today, and this is its receipt. We refund what you paid, standard delivery included, within 14 days; we may wait for the goods or your proof of sending.',
      de: 'Ihr Widerruf zur Bestellung {{order.number}} ist heute bei uns eingegangen; dies ist die Bestätigung. Wir erstatten Ihre Zahlung samt Standardversand binnen 14 Tagen und dürfen dafür die Ware oder den Versandnachweis abwarten.',
      fr: 'Votre rétractation pour la commande {{order.number}} nous est parvenue aujourd’hui ; ceci en accuse réception. Nous remboursons votre paiement, livraison standard comprise, sous 14 jours, après réception des biens ou de la preuve d’envoi.',
      es: 'Hoy hemos recibido su desistimiento del pedido {{order.number}}; este mensaje es el acuse. Le reembolsamos lo pagado, incluido el envío estándar, en 14 días; podemos esperar a los bienes o al justificante de envío.',
    },
  },
  {
    name: 'refund-status',
    topic: 'returns',
    texts: {
      en: 'The refund goes back the way you paid. Once we have started it, your bank usually takes three to five working days. You need not send us any account details.',
      de: 'Die Erstattung geht auf dem Weg zurück, auf dem Sie gezahlt haben. Nach dem Anstoß braucht Ihre Bank meist drei bis fünf Werktage. Kontodaten müssen Sie uns nicht schicken.',
      fr: 'Le remboursement suit le moyen de paiement utilisé. Une fois lancé, comptez en général trois à cinq jours ouvrés pour votre banque. Inutile de nous envoyer des coordonnées bancaires.',
      es: 'El reembolso vuelve por el mismo medio de pago. Una vez iniciado, su banco suele tardar de tres a cinco días hábiles. No hace falta que nos envíe datos bancarios.',
    },
  },
  {
    name: 'missing-part',
    topic: 'returns',
    texts: {
      en: 'I will have the missing part sent. Please tell me its letter or number from the assembly guide; a photograph of that page is enough.',
      de: 'Ich lasse das fehlende Teil nachsenden. Nennen Sie mir bitte den Buchstaben oder die Nummer aus der Montageanleitung; ein Foto dieser Seite genügt.',
      fr: 'Je fais envoyer la pièce manquante. Indiquez-moi sa lettre ou son numéro dans la notice ; une photo de la page suffit.',
      es: 'Haré que le envíen la pieza que falta. Dígame la letra o el número de las instrucciones de montaje; basta una foto de esa página.',
    },
  },
  {
    name: 'charged-twice',
    topic: 'payment',
    texts: {
      en: 'One of the two entries is often a reservation that falls away by itself within a few days. I am checking with the payment provider now. Please never write a card number here: the last four digits are enough.',
      de: 'Oft ist eine der beiden Buchungen eine Vormerkung, die nach wenigen Tagen von selbst verschwindet. Ich prüfe das jetzt beim Zahlungsdienst. Schreiben Sie hier bitte nie eine Kartennummer: Die letzten vier Ziffern genügen.',
      fr: 'L’une des deux opérations est souvent une simple autorisation, qui disparaît en quelques jours. Je vérifie auprès du prestataire de paiement. N’écrivez jamais ici de numéro de carte : les quatre derniers chiffres suffisent.',
      es: 'A menudo uno de los dos cargos es una reserva que desaparece sola en unos días. Lo compruebo ahora con el proveedor de pagos. No escriba nunca aquí un número de tarjeta: bastan las cuatro últimas cifras.',
    },
  },
  {
    name: 'account-activity',
    topic: 'account',
    texts: {
      en: 'If that was not you, I will end every sign-in of the account now, and you choose a new password on our sign-in page. We never ask for it, here or elsewhere.',
      de: 'Wenn Sie das nicht waren, beende ich jetzt alle Anmeldungen des Kontos, und Sie wählen auf unserer Anmeldeseite ein neues Passwort. Wir fragen nie danach, weder hier noch anderswo.',
      fr: 'Si ce n’était pas vous, je ferme toutes les sessions du compte et vous choisissez un nouveau mot de passe sur notre page de connexion. Nous ne le demandons jamais, ni ici ni ailleurs.',
      es: 'Si no fue usted, cierro ahora todas las sesiones de la cuenta y usted elige una contraseña nueva en nuestra página de acceso. Nunca se la pedimos, ni aquí ni en ningún otro lugar.',
    },
  },
  {
    name: 'privacy-received',
    topic: 'privacy',
    texts: {
      en: 'I have opened your request. It counts from the moment you wrote it, and our privacy officer answers within the period of the law. Under the shield in this window you see what is kept of this conversation, and until when.',
      de: 'Ich habe Ihre Anfrage eröffnet. Sie zählt ab dem Augenblick Ihrer Nachricht, und unsere Datenschutzstelle antwortet innerhalb der gesetzlichen Frist. Unter dem Schild in diesem Fenster sehen Sie, was von diesem Gespräch aufbewahrt wird und wie lange.',
      fr: 'Votre demande est ouverte. Elle compte à partir de l’instant où vous l’avez écrite, et notre délégué à la protection des données répond dans le délai légal. Sous le bouclier de cette fenêtre, vous voyez ce qui est conservé de cette conversation, et jusqu’à quand.',
      es: 'He abierto su solicitud. Cuenta desde el momento en que la escribió, y nuestro responsable de privacidad responde en el plazo legal. Bajo el escudo de esta ventana puede ver qué se conserva de esta conversación y hasta cuándo.',
    },
  },
];
