import type { SetReply } from '@candour/shared/replies.js';

/** Orders, delivery, the goods themselves. */
export const aboutGoods: readonly Omit<SetReply, 'shared'>[] = [
  {
    name: 'order-status',
    topic: 'orders',
    texts: {
      en: 'Your order {{order.number}} ({{order.title}}) is being prepared. As soon as it leaves the warehouse you get a message with the shipment and the day it arrives.',
      de: 'Ihre Bestellung {{order.number}} ({{order.title}}) wird vorbereitet. Sobald sie das Lager verlässt, erhalten Sie eine Nachricht mit der Sendung und dem Liefertag.',
      fr: 'Votre commande {{order.number}} ({{order.title}}) est en préparation. Dès son départ de l’entrepôt, vous recevrez un message avec l’envoi et le jour de livraison.',
      es: 'Su pedido {{order.number}} ({{order.title}}) se está preparando. En cuanto salga del almacén recibirá un mensaje con el envío y el día de entrega.',
    },
  },
  {
    name: 'order-change',
    topic: 'orders',
    texts: {
      en: 'Order {{order.number}} can still be changed while it has not left the warehouse. Tell me what should be different, and I will say before anything happens what it costs.',
      de: 'Die Bestellung {{order.number}} lässt sich ändern, solange sie das Lager nicht verlassen hat. Sagen Sie mir, was anders sein soll; ich nenne Ihnen die Kosten, bevor etwas geschieht.',
      fr: 'La commande {{order.number}} peut être modifiée tant qu’elle n’a pas quitté l’entrepôt. Dites-moi ce qui doit changer ; je vous indiquerai le coût avant toute modification.',
      es: 'El pedido {{order.number}} puede modificarse mientras no haya salido del almacén. Dígame qué debe cambiar y le diré el coste antes de hacer nada.',
    },
  },
  {
    name: 'invoice',
    topic: 'orders',
    texts: {
      en: 'The invoice of order {{order.number}} over {{order.total}} is in your account under "Orders". If you have no account, I will have it sent to the address kept with the order.',
      de: 'Die Rechnung zur Bestellung {{order.number}} über {{order.total}} finden Sie in Ihrem Konto unter „Bestellungen“. Ohne Konto lasse ich sie an die hinterlegte Adresse senden.',
      fr: 'La facture de la commande {{order.number}} de {{order.total}} se trouve dans votre compte, sous « Commandes ». Sans compte, je la fais envoyer à l’adresse enregistrée.',
      es: 'La factura del pedido {{order.number}}, por {{order.total}}, está en su cuenta, en «Pedidos». Si no tiene cuenta, haré que se la envíen a la dirección que figura en el pedido.',
    },
  },
  {
    name: 'delivery-appointment',
    topic: 'delivery',
    texts: {
      en: 'For {{order.title}} the carrier agrees a day and a window of four hours with you. Two people carry it into the room of your choice; please measure doors and stairs beforehand.',
      de: 'Für {{order.title}} vereinbart die Spedition mit Ihnen einen Tag und ein Zeitfenster von vier Stunden. Zwei Personen tragen die Ware in den Raum Ihrer Wahl; messen Sie bitte vorher Türen und Treppen.',
      fr: 'Pour {{order.title}}, le transporteur convient avec vous d’un jour et d’un créneau de quatre heures. Deux personnes livrent dans la pièce de votre choix ; mesurez d’abord portes et escaliers.',
      es: 'Para {{order.title}}, el transportista acuerda con usted un día y una franja de cuatro horas. Dos personas lo llevan a la habitación que elija; mida antes puertas y escaleras, por favor.',
    },
  },
  {
    name: 'late',
    topic: 'delivery',
    texts: {
      en: 'I am sorry that it is late. I am asking the carrier now and will tell you here what they answer, today in any case.',
      de: 'Es tut mir leid, dass sich die Lieferung verspätet. Ich frage jetzt bei der Spedition nach und schreibe Ihnen hier die Antwort, in jedem Fall noch heute.',
      fr: 'Je suis navré de ce retard. J’interroge le transporteur et vous donne ici sa réponse, aujourd’hui dans tous les cas.',
      es: 'Siento el retraso. Estoy preguntando al transportista y le diré aquí lo que responda, hoy en cualquier caso.',
    },
  },
  {
    name: 'transit-damage',
    topic: 'delivery',
    texts: {
      en: 'I am sorry about the damage. Please keep the packaging, and send photographs of the piece, the carton and the label here. The carrier is told today; you lose no right by it.',
      de: 'Der Schaden tut mir leid. Bewahren Sie bitte die Verpackung auf und senden Sie hier Fotos vom Stück, vom Karton und vom Etikett. Die Spedition wird heute informiert; Ihre Rechte bleiben davon unberührt.',
      fr: 'Je suis désolé pour ce dommage. Gardez l’emballage et envoyez ici des photos du meuble, du carton et de l’étiquette. Le transporteur est prévenu aujourd’hui ; vous ne perdez aucun droit.',
      es: 'Siento los daños. Conserve el embalaje y envíe aquí fotos del mueble, de la caja y de la etiqueta. Hoy mismo avisamos al transportista; usted no pierde ningún derecho.',
    },
  },
  {
    name: 'care',
    topic: 'product',
    texts: {
      en: 'For everyday care a soft, slightly damp cloth is enough; please no steam and no bleach. The full instructions for {{order.title}} come with the piece and stand in our help centre.',
      de: 'Zur täglichen Pflege genügt ein weiches, leicht feuchtes Tuch; bitte weder Dampf noch Bleichmittel. Die vollständige Anleitung zu {{order.title}} liegt bei und steht in unserem Hilfebereich.',
      fr: 'Pour l’entretien courant, un chiffon doux légèrement humide suffit ; ni vapeur ni javel. La notice complète de {{order.title}} est jointe au meuble et figure dans notre centre d’aide.',
      es: 'Para el cuidado diario basta un paño suave, ligeramente húmedo; sin vapor ni lejía. Las instrucciones completas de {{order.title}} acompañan al mueble y están en nuestro centro de ayuda.',
    },
  },
  {
    name: 'safety-first',
    topic: 'product',
    texts: {
      en: 'Please do not use the piece for now and keep children away from it. A supervisor looks at this within the hour. Is anybody hurt?',
      de: 'Bitte benutzen Sie das Möbel vorerst nicht und halten Sie Kinder davon fern. Eine Vorgesetzte oder ein Vorgesetzter sieht sich das innerhalb einer Stunde an. Ist jemand verletzt?',
      fr: 'N’utilisez plus ce meuble pour l’instant et éloignez-en les enfants. Un responsable s’en occupe dans l’heure. Quelqu’un est-il blessé ?',
      es: 'De momento no use el mueble y mantenga alejados a los niños. Un responsable lo revisará en menos de una hora. ¿Hay alguien herido?',
    },
  },
];
