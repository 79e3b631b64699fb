import type { Language } from '@candour/shared/words.js';

/** Words of one language with which a mail asks somebody for something. Regular expressions, without case. */
interface Lexicon {
  /** Begins an asking clause: what follows in the sentence is asked for. */
  readonly asks: string;
  /** Turns it round: "never send us ...". */
  readonly not: string;
  /** The same right behind the thing: "Ihr Passwort nicht". */
  readonly notBehind?: string;
  /** What a mail never asks for (policy R16): passwords and security codes. */
  readonly secrets: string;
  /** What a mail does not ask for either (policy R15): anything but the name. */
  readonly data: string;
}

export const lexicons: Readonly<Record<Language, Lexicon>> = {
  en: {
    asks: "send|e-?mail|give|tell|provide|reply with|answer with|confirm|verify|share|enter|type in|fill in|state|let us (?:know|have)|need|require|what(?: is|'s|\u2019s)|ask(?:ing)? (?:you )?for|update|submit",
    not: "never|not|n't|n\u2019t|without|no need",
    secrets:
      'pass ?words?|pass ?codes?|pass ?phrases?|\\bPIN\\b|\\bcvv2?\\b|\\bcvc2?\\b|security codes?|card verification',
    data: '(?:credit|debit|bank|payment)[ -]cards?|card (?:numbers?|details|data|information)|expir(?:y|ation) dates?|bank (?:details|account)|account numbers?|\\biban\\b|social security|\\bssn\\b|date of birth|birth ?date|birthday|passport|identity (?:card|document)|\\bid card|driving licen[cs]e|phone numbers?|(?:delivery|postal|home|billing|e-?mail) address|your address|income|salary',
  },
  de: {
    asks: 'k[öo]nn(?:en|ten) sie|w[üu]rden sie|bitte(?= (?:ihr|die|das|den))|senden|schicken|mailen|geben|nennen|teilen|mitteilen|antworten sie mit|best[äa]tigen|verifizieren|[üu]bermitteln|brauchen|ben[öo]tigen|wie lautet|wie ist|eingeben|tragen|aktualisieren|angeben',
    not: 'nie|niemals|nicht|kein\\p{L}*|ohne',
    notBehind: 'nie|niemals|nicht|keinesfalls',
    secrets:
      'passw(?:ort|[öo]rter)\\p{L}*|kennw(?:ort|[öo]rter)\\p{L}*|\\bPIN\\b|zugangscode|sicherheitscode|pr[üu]f(?:ziffer|nummer|code)|\\bcvv2?\\b|\\bcvc2?\\b',
    data: '(?:kredit|bank|ec-?|zahlungs|debit)-?karten?\\p{L}*|kartennummer|kartendaten|ablaufdatum|g[üu]ltigkeitsdatum|bankverbindung|bankdaten|kontonummer|kontodaten|\\biban\\b|sozialversicherung\\p{L}*|steuernummer|geburtsdatum|geburtstag|reisepass|personalausweis\\p{L}*|ausweis\\p{L}*|f[üu]hrerschein|telefonnummer|handynummer|(?:liefer|post|wohn|rechnungs|e-?mail-?)?(?:adresse|anschrift)|einkommen|gehalt',
  },
  fr: {
    asks: 'envoye[zr]|communique[zr]|donne[zr]|indique[zr]|transmett(?:ez|re)|r[ée]pond(?:ez|re) (?:avec|en indiquant)|confirme[zr]|v[ée]rifie[zr]|fourni(?:ssez|r)|saisi(?:ssez|r)|pr[ée]cise[zr]|partage[zr]|quel(?:le)? est|avons besoin|met(?:tez|tre) [àa] jour',
    not: "jamais|pas|ne|n[\u2019'](?=\\p{L})|sans|aucun\\p{L}*",
    secrets: 'mots? de passe|code (?:secret|confidentiel|pin|de s[ée]curit[ée])|cryptogramme|\\bcvv2?\\b|\\bcvc2?\\b',
    data: "carte (?:bancaire|de cr[ée]dit|bleue|de paiement|d[\u2019']identit[ée])|num[ée]ro de (?:carte|compte|t[ée]l[ée]phone|s[ée]curit[ée] sociale)|date d[\u2019']expiration|coordonn[ée]es bancaires|\\brib\\b|\\biban\\b|date de naissance|passeport|pi[èe]ce d[\u2019']identit[ée]|permis de conduire|adresse|revenus?|salaire",
  },
  es: {
    asks: 'env[íi]e\\p{L}*|enviar\\p{L}*|m[áa]nd\\p{L}+|facil[íi]t\\p{L}+|ind[íi](?:que|car)\\p{L}*|d[íi]ga\\p{L}*|d[ée](?:nos|me)|proporci[óo]n\\p{L}+|resp[óo]nd\\p{L}+ con|conf[íi]rm\\p{L}+|verif[íi](?:que|car)\\p{L}*|comp[áa]rt\\p{L}+|introd[úu](?:zca|cir)\\p{L}*|necesitamos|cu[áa]l es|actual[íi](?:ce|zar)\\p{L}*',
    not: 'nunca|jam[áa]s|no|sin|ning[úu]n\\p{L}*',
    secrets:
      'contrase[ñn]as?|claves?(?: de acceso)?|\\bPIN\\b|c[óo]digo (?:de seguridad|secreto)|\\bcvv2?\\b|\\bcvc2?\\b',
    data: 'tarjetas? (?:de cr[ée]dito|de d[ée]bito|bancarias?)|(?:n[úu]mero|datos) de (?:su |la |tu )?(?:tarjeta|cuenta|tel[ée]fono|seguridad social)|fecha de (?:caducidad|vencimiento|nacimiento)|datos bancarios|cuenta bancaria|\\biban\\b|pasaporte|\\bdni\\b|\\bnie\\b|documento de identidad|carn[ée] de conducir|direcci[óo]n|ingresos|salario|tel[ée]fono',
  },
};

export interface Solicitation {
  readonly rule: 'R15' | 'R16';
  readonly language: Language;
}

/** A word that begins and ends as one, in any alphabet. */
const word = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags);

const compiled = (Object.keys(lexicons) as Language[]).map((language) => {
  const { asks, not, notBehind, secrets, data } = lexicons[language];
  // "n't" is glued to its verb.
  const negation = new RegExp(`(?:^|[^\\p{L}]|(?=n['\u2019]t))(?:${not})(?![\\p{L}])|\\p{L}n['\u2019]t`, 'iu');
  const unless = notBehind === undefined ? '' : `(?!\\s+(?:${notBehind})(?!\\p{L}))`;
  const thing = (pattern: string): RegExp => word(`(?:${pattern})(?![\\p{L}\\p{N}])${unless}`, 'iu');
  return { language, asks: word(asks, 'giu'), not: negation, secrets: thing(secrets), data: thing(data) };
});

/** How many words behind the verb a negation may stand: "senden Sie uns niemals Ihr Passwort". */
const NEAR = 4;

/**
 * Where a mail asks for what no mail may ask for, in any of the four languages whatever its own. A sentence that says
 * not to send it is none.
 */
export function solicitations(text: string): Solicitation[] {
  const found = new Map<string, Solicitation>();
  // A full stop inside a number or an address ends no sentence.
  for (const sentence of text.normalize('NFKC').split(/[!?]+|\.(?=\s|$)|\n\s*\n|;/u)) {
    for (const { language, asks, not, secrets, data } of compiled) {
      for (const ask of sentence.matchAll(asks)) {
        const behind = sentence.slice(ask.index + ask[0].length);
        const before =
          sentence
            .slice(0, ask.index)
            .split(/[,:(\u2013\u2014]/u)
            .at(-1) ?? '';
        const near = behind
          .split(/\s+/u)
          .slice(0, NEAR + 1)
          .join(' ');
        if (not.test(before) || not.test(upTo(near, secrets, data))) continue;
        if (secrets.test(behind)) found.set(`R16${language}`, { rule: 'R16', language });
        else if (data.test(behind)) found.set(`R15${language}`, { rule: 'R15', language });
      }
    }
  }
  return [...found.values()];
}

/** A negation behind the thing asked for says nothing of the asking: "your password, do not wait". */
function upTo(text: string, ...things: readonly RegExp[]): string {
  const ends = things.map((thing) => text.search(thing)).filter((at) => at >= 0);
  return text.slice(0, Math.min(text.length, ...ends));
}
