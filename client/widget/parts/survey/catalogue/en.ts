/** Words of the survey in English; the shape that the other three languages fill. */
export const words = {
  question: 'How well did we help you?',
  scores: ['Badly', 'Not so well', 'All right', 'Well', 'Very well'],
  comment: 'What could be better? (optional)',
  hint: 'Please write no personal details here. Who served you is not part of the rating.',
  send: 'Send rating',
  thanks: 'Thank you, your rating has arrived.',
};
export type Words = typeof words;
