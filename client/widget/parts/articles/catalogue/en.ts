/** Words of the articles in English; the shape that the other three languages fill. */
export const words = {
  title: 'Help articles',
  search: 'Search the help articles',
  none: 'Nothing was found. Please ask us in the chat.',
  found: 'Found: {count}',
};
export type Words = typeof words;
