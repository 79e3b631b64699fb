import type { DataKey } from '../core/vault/sealing.js';
import type { Vault } from '../core/vault/vault.js';
import type { CustomerRecord } from './customer.entity.js';

export type ContactColumns = Pick<CustomerRecord, 'name' | 'email' | 'phone' | 'keyId' | 'emailIndex' | 'phoneIndex'>;

export interface KnownContact {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly emailIndex?: string | undefined;
  readonly phoneIndex?: string | undefined;
}

/** The contact columns of a customer's row. Without a key nothing is sealed: there is nothing to seal. */
export function sealedContact(
  vault: Vault,
  key: DataKey | undefined,
  row: string,
  { name, email, phone, emailIndex, phoneIndex }: KnownContact,
): ContactColumns {
  const seal = (column: 'name' | 'email' | 'phone', text: string | undefined): Buffer | null =>
    key && text !== undefined ? vault.seal(key, { table: 'customers', row, column }, text) : null;
  return {
    name: seal('name', name),
    email: seal('email', email),
    phone: seal('phone', phone),
    keyId: key?.id ?? null,
    emailIndex: emailIndex ?? null,
    phoneIndex: phoneIndex ?? null,
  };
}
