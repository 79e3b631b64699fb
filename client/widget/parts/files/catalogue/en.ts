/** Words about files in English; the shape that the other three languages fill. */
export const words = {
  title: 'Files for your message',
  choose: 'Choose files',
  photo: 'Take a photo',
  hint: 'Pictures, PDF, text, office documents, MP4 or MOV, up to 25 MB each. Please no photos of payment cards: they cannot be read and hidden.',
  sending: '{name} is being uploaded',
  ready: '{name} is ready to send',
  remove: 'Remove {name}',
  again: 'Try again',
  lost: 'The connection was lost. Nothing was sent.',
  wait: 'One moment: a file is still being uploaded.',
  open: 'Show {name} large',
  save: 'Save {name}',
  close: 'Close picture',
  gone: 'This file cannot be shown at the moment.',
  problems: {
    'file-too-large': 'This file is too large.',
    'picture-too-large': 'This picture has too many pixels. Please send a smaller one.',
    'file-type-refused': 'Files of this kind cannot be sent here.',
    'file-empty': 'This file is empty.',
    'file-unreadable': 'This file is damaged or not what it says it is.',
    'file-unsafe': 'This file is packed in a way that could do harm.',
    'too-many-files': 'There are too many files here already.',
  },
};
export type Words = typeof words;
