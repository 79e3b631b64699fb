/** Words of the code's form in English; the shape that the other three languages fill. */
export const words = {
  title: 'Enter your code',
  hint: 'We have sent six digits to the e-mail address of the order.',
  label: 'Six-digit code',
  verify: 'Confirm',
};
export type Words = typeof words;
