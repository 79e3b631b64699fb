import type { WriteArticle } from '@candour/shared/articles.js';

/** It came broken. */
export const damage: WriteArticle = {
  topic: 'delivery',
  status: 'published',
  texts: [
    {
      language: 'en',
      slug: 'my-delivery-is-damaged',
      title: 'My delivery is damaged',
      summary: 'What to do first when furniture or a parcel arrives damaged.',
      body: `1. **Keep everything**, the packaging too.
2. **Take photos** of the damage, the packaging and the label.
3. **Tell us the same day** if you can: the carrier has deadlines. A later report is never refused for that alone.

If you see the damage while the driver is there, have it noted on the delivery note. Do not use furniture that could tip over or break.`,
    },
    {
      language: 'de',
      slug: 'meine-lieferung-ist-beschaedigt',
      title: 'Meine Lieferung ist beschädigt',
      summary: 'Was zuerst zu tun ist, wenn Möbel oder Pakete beschädigt ankommen.',
      body: `1. **Heben Sie alles auf**, auch die Verpackung.
2. **Machen Sie Fotos** vom Schaden, von der Verpackung und vom Etikett.
3. **Melden Sie sich möglichst am selben Tag**: Für die Spedition gelten Fristen. Allein wegen einer späteren Meldung lehnen wir nichts ab.

Sehen Sie den Schaden, solange der Fahrer da ist, lassen Sie ihn auf dem Lieferschein vermerken. Benutzen Sie keine Möbel, die kippen oder brechen könnten.`,
    },
    {
      language: 'fr',
      slug: 'ma-livraison-est-endommagee',
      title: 'Ma livraison est endommagée',
      summary: 'Que faire en premier quand un meuble ou un colis arrive abîmé.',
      body: `1. **Gardez tout**, l’emballage aussi.
2. **Prenez des photos** du dommage, de l’emballage et de l’étiquette.
3. **Prévenez-nous le jour même** si possible : le transporteur a des délais. Un signalement plus tardif n’est jamais refusé pour cette seule raison.

Si vous voyez le dommage en présence du livreur, faites-le noter sur le bon de livraison. N’utilisez pas un meuble qui pourrait basculer ou casser.`,
    },
    {
      language: 'es',
      slug: 'mi-entrega-esta-danada',
      title: 'Mi entrega está dañada',
      summary: 'Qué hacer primero si un mueble o un paquete llega dañado.',
      body: `1. **Guárdelo todo**, también el embalaje.
2. **Haga fotos** del daño, del embalaje y de la etiqueta.
3. **Avísenos el mismo día** si puede: el transportista tiene plazos. Un aviso posterior nunca se rechaza solo por eso.

Si ve el daño con el repartidor delante, pida que lo anote en el albarán. No use muebles que puedan volcar o romperse.`,
    },
  ],
};
