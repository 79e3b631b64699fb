/**
 * What may stand in the audit, with its plain meaning. A verb is never renamed and never given another meaning:
 * leaves that name it are kept for good.
 */
export const verbs = {
  'message.stored': 'A message was stored in a conversation.',
  'note.stored': 'A private note was stored in a conversation.',
  'message.masked': 'Parts of a stored message were masked.',
  'message.removed': 'A stored message was removed.',
  'conversation.opened': 'A conversation was opened.',
  'conversation.taken': 'A member of staff took a conversation.',
  'conversation.released': 'A conversation went back to its queue.',
  'conversation.resolved': 'A conversation was resolved.',
  'conversation.closed': 'A conversation was closed.',
  'conversation.reopened': 'A closed conversation was opened again.',
  'conversation.read': 'A conversation was read by staff.',
  'conversation.searched': 'The words of conversations were searched.',
  'conversation.linked': 'A conversation was linked to an order.',
  'conversation.prioritised': 'How urgent a conversation is was changed.',
  'conversation.filed': 'What a conversation is about (topic, reason, tags) was changed.',
  'conversation.nudged': 'A customer who said nothing was reminded.',
  'conversation.silent': 'A conversation waits for its customer, who said nothing.',
  'conversation.handed-over': 'A conversation was handed to a design expert.',
  'conversation.visit-planned': 'An installer was given a visit.',
  'conversation.overflowed': 'A customer left the queue of chats for an e-mail or a call, and kept their place.',
  'customer.identified': 'A visitor became a known customer.',
  'customer.contact-given': 'A customer said how to reach them.',
  'customer.code-sent': 'A one-time code was sent to a customer.',
  'customer.verified': 'A customer reached a verification level.',
  'customer.verification-failed': 'A verification was tried in vain.',
  'customer.read': 'Personal data of a customer were read beside a conversation.',
  'order.imported': 'An order was taken in.',
  'order.updated': 'An order was changed by its source.',
  'order.read': 'An order was read.',
  'order.searched': 'Orders were searched or listed.',
  'import.finished': 'A file of orders was taken in.',
  'policy.published': 'A version of the policy was published.',
  'policy.sellers-set': 'The countries and currencies that the shop sells from were set.',
  'retention.swept': 'Records whose time was over were removed.',
  'retention.anonymised': 'Records whose time was over were anonymised.',
  'retention.previewed': 'What the policy would remove next was looked at.',
  'keys.shredded': 'Data keys were destroyed.',
  'staff.read': 'The members of staff were listed.',
  'staff.added': 'A member of staff was added.',
  'staff.changed': 'A member of staff, their role or skills were changed.',
  'staff.grant-proposed': 'A role, or a link into a privileged account, was asked for and waits for a second person.',
  'staff.granted': 'A second person approved a role or a link.',
  'staff.granted-alone':
    'Somebody without a second person confirmed a role or a link after a day, with their password.',
  'staff.grant-rejected': 'A role or a link that waited was refused or taken back.',
  'staff.disabled': 'A member of staff was disabled.',
  'staff.link-made': 'A one-time sign-in link was made.',
  'staff.signed-in': 'A member of staff signed in.',
  'staff.sign-in-failed': 'A sign-in was refused.',
  'staff.signed-out': 'A member of staff signed out.',
  'staff.sessions-ended': 'All sessions of a member of staff were ended.',
  'staff.password-changed': 'A member of staff changed their password.',
  'hours.set': 'The business hours were set.',
  'mail.queued': 'A mail was put into the outbox.',
  'mail.sent': 'A mail was handed to the mail server.',
  'mail.failed': 'A mail could not be delivered.',
  'mail.read': 'Mails were read or listed by staff.',
  'egress.denied': 'A call that would have left the house was refused.',
  'audit.segment-dropped': 'An expired segment of the audit was dropped; its root is kept.',
} as const satisfies Record<string, string>;

export type Verb = keyof typeof verbs;

/**
 * What a leaf may be about by its id. Never a customer: a person stands in a leaf only as a salted digest. A reading
 * names its purpose too, and a list how many rows it showed.
 */
export const aboutTypes = [
  'conversation',
  'entry',
  'message',
  'order',
  'import',
  'policy',
  'staff',
  'session',
  'mail',
  'sweep',
  'segment',
  'purpose',
  'rows',
] as const;
export type AboutType = (typeof aboutTypes)[number];
