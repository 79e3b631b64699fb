import type { DataKey } from '../vault/sealing.js';
import type { Vault } from '../vault/vault.js';
import type { MailRecord } from './mail.entity.js';
import type { Written } from './templates/template.js';

export interface OpenMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const place = (row: string, column: 'recipient' | 'subject' | 'text') => ({ table: 'mails', row, column });

export function sealMail(
  vault: Vault,
  key: DataKey,
  row: string,
  mail: OpenMail,
): Pick<MailRecord, 'recipient' | 'subject' | 'text'> {
  return {
    recipient: vault.seal(key, place(row, 'recipient'), mail.to),
    subject: vault.seal(key, place(row, 'subject'), mail.subject),
    text: vault.seal(key, place(row, 'text'), mail.text),
  };
}

export function openMail(vault: Vault, key: DataKey, row: MailRecord): OpenMail {
  return {
    to: vault.open(key, place(row.id, 'recipient'), row.recipient),
    subject: vault.open(key, place(row.id, 'subject'), row.subject),
    text: vault.open(key, place(row.id, 'text'), row.text),
  };
}

export const recipientIndex = (vault: Vault, address: string): string =>
  vault.blindIndex('mail-recipient', address.trim().toLowerCase());

/** Where the secrets of a mail stand in its text. @throws Error for one in the subject, which lists show. */
export function hiddenParts({ subject, text, secrets = [] }: Written): [number, number][] {
  const parts: [number, number][] = [];
  for (const secret of secrets) {
    if (secret === '' || subject.includes(secret)) throw new Error('A secret of a mail is empty or in its subject.');
    for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
      parts.push([at, at + secret.length]);
    }
  }
  return parts;
}

/** Each hidden character is a dot, so that other positions stay true. */
export function withoutHidden(text: string, parts: readonly (readonly [number, number])[]): string {
  return parts.reduce(
    (seen, [start, end]) => seen.slice(0, start) + '\u2022'.repeat(end - start) + seen.slice(end),
    text,
  );
}
