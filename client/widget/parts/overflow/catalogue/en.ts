/** Words of the way out of the queue in English; the shape that the other three languages fill. */
export const words = {
  offer: 'Be answered by e-mail or phone instead',
  hint: 'You keep your place in the queue.',
  email: 'E-mail',
  phone: 'Phone number',
  byEmail: 'By e-mail',
  byPhone: 'Call me',
  willMail: 'We will answer you by e-mail. You keep your place, and can close this.',
  willCall: 'We will call you. You keep your place, and can close this.',
};
export type Words = typeof words;
