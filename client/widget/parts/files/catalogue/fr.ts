import type { Words } from './en.js';

export const words: Words = {
  title: 'Fichiers de votre message',
  choose: 'Choisir des fichiers',
  photo: 'Prendre une photo',
  hint: 'Images, PDF, texte, documents bureautiques, MP4 ou MOV, 25 Mo au plus par fichier. Pas de photo de carte de paiement : elle ne peut être ni lue ni masquée.',
  sending: 'Envoi de {name} en cours',
  ready: '{name} est prêt à être envoyé',
  remove: 'Retirer {name}',
  again: 'Réessayer',
  lost: 'La connexion a été perdue. Rien n’a été envoyé.',
  wait: 'Un instant : un fichier est encore en cours d’envoi.',
  open: 'Agrandir {name}',
  save: 'Enregistrer {name}',
  close: 'Fermer l’image',
  gone: 'Ce fichier ne peut pas être affiché pour le moment.',
  problems: {
    'file-too-large': 'Ce fichier est trop volumineux.',
    'picture-too-large': 'Cette image compte trop de pixels. Veuillez en envoyer une plus petite.',
    'file-type-refused': 'Ce type de fichier ne peut pas être envoyé ici.',
    'file-empty': 'Ce fichier est vide.',
    'file-unreadable': 'Ce fichier est endommagé ou n’est pas ce qu’il prétend être.',
    'file-unsafe': 'Ce fichier est compressé d’une manière qui pourrait nuire.',
    'too-many-files': 'Il y a déjà trop de fichiers ici.',
  },
};
