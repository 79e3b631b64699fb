import { formatMoney, type Money } from '@candour/shared/money.js';
import {
  replyVariables,
  variablePattern,
  type FilledReply,
  type GapReason,
  type ReplyPart,
  type ReplyTexts,
  type ReplyVariable,
} from '@candour/shared/replies.js';
import { languages, type Language } from '@candour/shared/words.js';

/** What is known for a reply, as far as its writer may see it. */
export interface ReplyFacts {
  readonly customerName: string | undefined;
  readonly agentName: string | undefined;
  readonly ticketNumber: number;
  /** The order that the conversation is about; absent where there is none. */
  readonly order:
    | {
        readonly number: string;
        readonly title: string;
        readonly total: Money;
        /** Its customer proved that it is theirs. */
        readonly disclose: boolean;
        /** They named its number themselves. */
        readonly named: boolean;
      }
    | undefined;
}

type Value = string | { readonly why: GapReason };
const empty: Value = { why: 'empty' };

/** How each language writes numbers, where its reader's country is not known. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' };

/** What each variable reads as. What the customer has not proved to be theirs is not told (house rules, 5). */
const values: Readonly<Record<ReplyVariable, (facts: ReplyFacts, language: Language) => Value>> = {
  'customer.name': ({ customerName }) => customerName ?? empty,
  'agent.name': ({ agentName }) => agentName ?? empty,
  'ticket.number': ({ ticketNumber }) => `#${ticketNumber}`,
  'order.number': ({ order }) => (order && (order.disclose || order.named) ? order.number : closed(order)),
  'order.title': ({ order }) => (order?.disclose ? order.title || empty : closed(order)),
  'order.total': ({ order }, language) =>
    order?.disclose ? formatMoney(order.total, locales[language]) : closed(order),
};

const closed = (order: ReplyFacts['order']): Value => (order ? { why: 'unverified' } : empty);

/** The text in the wished language; else the English one, else the first there is in the order of the languages. */
export function textFor(
  texts: Readonly<ReplyTexts>,
  wished: Language,
): { language: Language; text: string } | undefined {
  for (const language of [wished, 'en', ...languages] as const) {
    const text = texts[language];
    if (text !== undefined) return { language, text };
  }
  return undefined;
}

/** A text with what is known put in; what is not is a gap, never its raw `{{name}}`. */
export function fillText(text: string, language: Language, facts: ReplyFacts): ReplyPart[] {
  const parts: ReplyPart[] = [];
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(variablePattern())) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    const name = (match[1] ?? '').trim();
    const value: Value = isVariable(name) ? values[name](facts, language) : { why: 'unknown' };
    if (typeof value === 'string') plain += value;
    else {
      if (plain) parts.push({ text: plain });
      plain = '';
      parts.push({ gap: name, why: value.why });
    }
  }
  plain += text.slice(from);
  if (plain) parts.push({ text: plain });
  return parts;
}

/** A reply in the conversation's language, filled. Undefined for one that has no text at all. */
export function fillReply(texts: ReplyTexts, wished: Language, facts: ReplyFacts): FilledReply | undefined {
  const found = textFor(texts, wished);
  return found && { language: found.language, parts: fillText(found.text, found.language, facts) };
}

const isVariable = (name: string): name is ReplyVariable => (replyVariables as readonly string[]).includes(name);
