import type { Contact } from '@candour/shared/customers.js';
import type { Words } from '../catalogue/en.js';
import { field, h } from './dom.js';

/** Name, e-mail and order number, all optional. The browser checks the address; the server checks everything. */
export function detailFields(words: Words): { nodes: HTMLElement[]; read(): Contact } {
  const name = h('input', { name: 'name', autocomplete: 'name', maxLength: 120 });
  const email = h('input', { name: 'email', type: 'email', autocomplete: 'email', maxLength: 254 });
  const orderNumber = h('input', { name: 'order', autocomplete: 'off', maxLength: 40 });
  return {
    nodes: [field(words.name, name), field(words.email, email), field(words.orderNumber, orderNumber)],
    read() {
      const contact: Contact = {};
      if (name.value.trim()) contact.name = name.value.trim();
      if (email.value.trim()) contact.email = email.value.trim();
      if (orderNumber.value.trim()) contact.orderNumber = orderNumber.value.trim();
      return contact;
    },
  };
}
