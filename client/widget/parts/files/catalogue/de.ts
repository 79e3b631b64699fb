import type { Words } from './en.js';

export const words: Words = {
  title: 'Dateien zu Ihrer Nachricht',
  choose: 'Dateien auswählen',
  photo: 'Foto aufnehmen',
  hint: 'Bilder, PDF, Text, Office-Dokumente, MP4 oder MOV, je bis 25 MB. Bitte keine Fotos von Zahlungskarten: Sie können nicht gelesen und verdeckt werden.',
  sending: '{name} wird hochgeladen',
  ready: '{name} ist bereit zum Senden',
  remove: '{name} entfernen',
  again: 'Noch einmal versuchen',
  lost: 'Die Verbindung ist abgebrochen. Es wurde nichts gesendet.',
  wait: 'Einen Moment: Eine Datei wird noch hochgeladen.',
  open: '{name} groß anzeigen',
  save: '{name} speichern',
  close: 'Bild schließen',
  gone: 'Diese Datei kann gerade nicht angezeigt werden.',
  problems: {
    'file-too-large': 'Diese Datei ist zu groß.',
    'picture-too-large': 'Dieses Bild hat zu viele Pixel. Bitte senden Sie ein kleineres.',
    'file-type-refused': 'Dateien dieser Art können hier nicht gesendet werden.',
    'file-empty': 'Diese Datei ist leer.',
    'file-unreadable': 'Diese Datei ist beschädigt oder nicht das, was sie zu sein vorgibt.',
    'file-unsafe': 'Diese Datei ist so gepackt, dass sie Schaden anrichten könnte.',
    'too-many-files': 'Hier liegen schon zu viele Dateien.',
  },
};
