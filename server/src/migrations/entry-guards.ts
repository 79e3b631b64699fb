/** Columns of an entry that nobody lawful ever changes. */
export const lasting = [
  'ordinal',
  'txid',
  'id',
  'conversation_id',
  'seq',
  'kind',
  'role',
  'author_id',
  'client_id',
  'stored_at',
  'key_id',
  'detail',
  'subject',
  'leaf',
].join(', ');
