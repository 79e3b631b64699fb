import type { WriteArticle } from '@candour/shared/articles.js';

/** Sending something back. */
export const returns: WriteArticle = {
  topic: 'returns',
  status: 'published',
  texts: [
    {
      language: 'en',
      slug: 'send-something-back',
      title: 'Send something back',
      summary: 'How a return works, what it costs, and when the money comes.',
      body: `## Your right comes first

If the law gives you a right of withdrawal or a guarantee, it holds whatever our own rules say. Only goods made to your measure are left out of withdrawal.

## How it works

1. Tell us in the [chat](/help) or by the contact form what you want to return.
2. Keep the packaging until we have agreed on how it travels.
3. Give the goods to the parcel service, or to the carrier on the day agreed.

## Your money

You are paid back the way you paid, at the latest 14 days after your withdrawal. We may wait until the goods, or proof that they were sent, have come.`,
    },
    {
      language: 'de',
      slug: 'etwas-zuruecksenden',
      title: 'Etwas zurücksenden',
      summary: 'Wie eine Rücksendung abläuft, was sie kostet und wann das Geld kommt.',
      body: `## Ihr Recht geht vor

Gibt Ihnen das Gesetz ein Widerrufsrecht oder eine Gewährleistung, gilt es unabhängig von unseren eigenen Regeln. Nur nach Maß gefertigte Ware ist vom Widerruf ausgenommen.

## So geht es

1. Sagen Sie uns im [Chat](/help) oder über das Kontaktformular, was Sie zurücksenden möchten.
2. Heben Sie die Verpackung auf, bis der Versand geklärt ist.
3. Übergeben Sie die Ware dem Paketdienst oder am vereinbarten Tag der Spedition.

## Ihr Geld

Sie erhalten das Geld auf dem Weg zurück, auf dem Sie bezahlt haben, spätestens 14 Tage nach dem Widerruf. Wir dürfen warten, bis die Ware oder der Nachweis der Absendung da ist.`,
    },
    {
      language: 'fr',
      slug: 'renvoyer-un-article',
      title: 'Renvoyer un article',
      summary: 'Comment se passe un retour, ce qu’il coûte et quand vous êtes remboursé.',
      body: `## Vos droits d’abord

Si la loi vous donne un droit de rétractation ou une garantie, il s’applique quelles que soient nos propres règles. Seuls les articles faits sur mesure sont exclus de la rétractation.

## Comment faire

1. Dites-nous dans le [chat](/help) ou par le formulaire de contact ce que vous souhaitez renvoyer.
2. Gardez l’emballage jusqu’à ce que le transport soit convenu.
3. Remettez l’article au service de colis, ou au transporteur le jour convenu.

## Votre argent

Le remboursement suit le moyen de paiement utilisé, au plus tard 14 jours après la rétractation. Nous pouvons attendre l’arrivée de l’article ou la preuve de son envoi.`,
    },
    {
      language: 'es',
      slug: 'devolver-un-articulo',
      title: 'Devolver un artículo',
      summary: 'Cómo funciona una devolución, qué cuesta y cuándo llega el dinero.',
      body: `## Primero, su derecho

Si la ley le da un derecho de desistimiento o una garantía, vale por encima de nuestras propias reglas. Solo lo hecho a medida queda fuera del desistimiento.

## Cómo se hace

1. Díganos en el [chat](/help) o en el formulario de contacto qué quiere devolver.
2. Guarde el embalaje hasta acordar el transporte.
3. Entregue el artículo a la paquetería o al transportista el día acordado.

## Su dinero

Se le devuelve por el mismo medio con el que pagó, como muy tarde 14 días después del desistimiento. Podemos esperar a que llegue el artículo o la prueba de su envío.`,
    },
  ],
};
