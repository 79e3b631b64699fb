import type { WriteArticle } from '@candour/shared/articles.js';

/** Where an order is. */
export const tracking: WriteArticle = {
  topic: 'delivery',
  status: 'published',
  texts: [
    {
      language: 'en',
      slug: 'where-is-my-order',
      title: 'Where is my order?',
      summary: 'How to find out where your parcel or furniture is, and what to do when it is late.',
      body: `## Parcels

Small goods come with a parcel service. The link in the dispatch e-mail shows where the parcel is.

## Furniture by carrier

Large furniture comes by carrier. The carrier calls you beforehand to agree on a day.

- Please measure doors, stairs and the lift.
- Somebody has to be at home to take it in.

## When it is late

Ask us in the [chat](/help). Have your order number at hand. We tell you nothing about an order before you have proved by a code that it is yours.`,
    },
    {
      language: 'de',
      slug: 'wo-ist-meine-bestellung',
      title: 'Wo ist meine Bestellung?',
      summary: 'So finden Sie heraus, wo Ihr Paket oder Ihre Möbel sind und was bei Verspätung zu tun ist.',
      body: `## Pakete

Kleine Waren kommen mit dem Paketdienst. Der Link in der Versandmail zeigt, wo das Paket ist.

## Möbel mit der Spedition

Große Möbel bringt eine Spedition. Sie ruft vorher an und vereinbart einen Tag.

- Bitte messen Sie Türen, Treppen und Aufzug.
- Jemand muss zu Hause sein und die Ware annehmen.

## Bei Verspätung

Fragen Sie uns im [Chat](/help) und halten Sie die Bestellnummer bereit. Auskunft über eine Bestellung geben wir erst, wenn Sie mit einem Code bewiesen haben, dass sie Ihre ist.`,
    },
    {
      language: 'fr',
      slug: 'ou-est-ma-commande',
      title: 'Où est ma commande ?',
      summary: 'Comment savoir où se trouvent votre colis ou vos meubles, et que faire en cas de retard.',
      body: `## Colis

Les petits articles sont livrés par un service de colis. Le lien de l’e-mail d’expédition indique où se trouve le colis.

## Meubles par transporteur

Les grands meubles sont livrés par un transporteur, qui vous appelle pour convenir d’un jour.

- Mesurez les portes, l’escalier et l’ascenseur.
- Quelqu’un doit être présent pour réceptionner la livraison.

## En cas de retard

Écrivez-nous dans le [chat](/help), numéro de commande en main. Nous ne disons rien d’une commande avant que vous ayez prouvé par un code qu’elle est à vous.`,
    },
    {
      language: 'es',
      slug: 'donde-esta-mi-pedido',
      title: '¿Dónde está mi pedido?',
      summary: 'Cómo saber dónde están su paquete o sus muebles y qué hacer si se retrasan.',
      body: `## Paquetes

Los artículos pequeños llegan por paquetería. El enlace del correo de envío muestra dónde está el paquete.

## Muebles por transportista

Los muebles grandes los lleva un transportista, que le llama antes para acordar el día.

- Mida puertas, escaleras y ascensor.
- Alguien tiene que estar en casa para recibirlos.

## Si se retrasa

Pregúntenos en el [chat](/help) con el número de pedido a mano. No decimos nada de un pedido hasta que demuestre con un código que es suyo.`,
    },
  ],
};
