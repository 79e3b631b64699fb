import type { Language } from '@candour/shared/words.js';
import { weighted, type Random } from './random.js';

/*
 * What people write to a furniture shop, as far as a search index can tell: a few words in most messages, many words
 * in few, article names and reference codes in almost none, and phrases that come again.
 */

const spoken: Readonly<Record<Language, string>> = {
  en: `the is my order and to it I a not in you for have was with on of this please can delivery that when but be
    are from chair table today received yet sofa one would like return parcel no damaged again bed date week shelf
    refund new legs screw missing broken colour invoice payment address lamp phone wardrobe mattress tomorrow waiting
    carrier box delivered morning afternoon cancel exchange drawer kitchen office desk garden cushion cover grey oak
    walnut assembly instructions scratched card charged twice discount code account password email driver stairs floor
    lift appointment late month replacement photo attached hinge handle glass door wrong size smaller larger stock`,
  de: `die ist und der ich nicht das zu mir ein es auf mit bitte den wann eine Bestellung für wurde noch von Lieferung
    habe Stuhl Tisch heute im Sofa aber kann sie meine Rücksendung Paket kein beschädigt wieder Bett Termin Woche
    Regal Erstattung neu Beine Schraube fehlt kaputt Farbe Rechnung Zahlung Adresse Lampe Telefon Schrank Matratze
    morgen warte Spedition Karton geliefert vormittags nachmittags stornieren Umtausch Schublade Küche Büro
    Schreibtisch Garten Kissen Bezug grau Eiche Nussbaum Montage Anleitung zerkratzt Karte doppelt Rabatt Konto
    Passwort Fahrer Treppe Stockwerk Aufzug verspätet Monat Ersatz Foto Scharnier Griff Glas Tür falsche Größe`,
  fr: `la est et de je ne pas le à un il ma commande une pour dans vous avec sur que livraison quand mais chaise table
    aujourd'hui reçu canapé retour colis abîmé encore lit date semaine étagère remboursement neuf pieds vis manque
    cassé couleur facture paiement adresse lampe téléphone armoire matelas demain attends transporteur carton livré
    matin après-midi annuler échange tiroir cuisine bureau jardin coussin housse gris chêne noyer montage notice rayé
    carte débité deux fois remise code compte livreur escalier étage ascenseur rendez-vous retard mois photo jointe`,
  es: `la es y de no el que a un mi pedido en una para con por se lo los entrega cuándo pero silla mesa hoy recibido
    sofá devolución paquete dañado otra vez cama fecha semana estante reembolso nuevo patas tornillo falta roto color
    factura pago dirección lámpara teléfono armario colchón mañana espero transportista caja entregado tarde cancelar
    cambio cajón cocina oficina escritorio jardín cojín funda gris roble nogal montaje instrucciones rayado tarjeta
    cobrado dos veces descuento código cuenta conductor escalera piso ascensor cita retraso mes foto adjunta bisagra`,
};

/** Begin many messages; a search for them in quotes finds the words side by side. */
export const phrases: Readonly<Record<Language, readonly string[]>> = {
  en: ['Where is my order', 'I would like to return', 'The delivery is late', 'One leg is missing'],
  de: ['Wo ist meine Bestellung', 'Ich möchte das zurückgeben', 'Die Lieferung ist verspätet', 'Eine Schraube fehlt'],
  fr: ['Où est ma commande', 'Je voudrais renvoyer', 'La livraison est en retard', 'Il manque une vis'],
  es: ['Dónde está mi pedido', 'Quisiera devolver', 'La entrega llega tarde', 'Falta un tornillo'],
};

/** Words of a language, commonest first. */
export const commonWords = (language: Language): string[] => spoken[language].split(/\s+/);

const ARTICLES = 30_000;
const CODES = 400_000;
const syllables = [
  'ba',
  'den',
  'fi',
  'gor',
  'hal',
  'ki',
  'lo',
  'mar',
  'nu',
  'pel',
  'ra',
  'sto',
  'tuk',
  'ul',
  'vel',
  'zo',
];

/** Name of an article: each stands in some dozens of messages. */
export const articleName = (i: number): string =>
  [i & 15, (i >> 4) & 15, (i >> 8) & 15, (i >> 12) & 15].map((n) => syllables[n]).join('');
/** A reference code: each stands in a few messages. */
export const referenceCode = (i: number): string => `kw${(i + 1_000_000).toString(36)}x`;

// By Zipf's law: the second word comes half as often as the first.
const tables = Object.fromEntries(
  (['en', 'de', 'fr', 'es'] as const).map((language) => [
    language,
    weighted(
      commonWords(language).map((word, rank) => [word, 1 / (rank + 2)] as const),
      8192,
    ),
  ]),
) as Record<Language, readonly string[]>;

export function messageText(random: Random, language: Language): string {
  const table = tables[language];
  const words = random.chance(0.2) ? [random.of(phrases[language])] : [];
  const length = 4 + random.below(18);
  for (let i = 0; i < length; i++) words.push(random.of(table));
  if (random.chance(0.15)) words.push(articleName(random.below(ARTICLES)));
  if (random.chance(0.1)) words.push(referenceCode(random.below(CODES)));
  return words.join(' ');
}

export const articleAt = (random: Random): string => articleName(random.below(ARTICLES));
export const codeAt = (random: Random): string => referenceCode(random.below(CODES));
