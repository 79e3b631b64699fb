/** Words of the earlier chats in English; the shape that the other three languages fill. */
export const words = {
  title: 'Earlier conversations',
  none: 'There are no earlier conversations in this browser.',
  more: 'Show more',
  back: 'All earlier conversations',
};
export type Words = typeof words;
