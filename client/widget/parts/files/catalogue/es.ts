import type { Words } from './en.js';

export const words: Words = {
  title: 'Archivos de su mensaje',
  choose: 'Elegir archivos',
  photo: 'Hacer una foto',
  hint: 'Imágenes, PDF, texto, documentos de oficina, MP4 o MOV, hasta 25 MB cada uno. No envíe fotos de tarjetas de pago: no se pueden leer ni ocultar.',
  sending: 'Subiendo {name}',
  ready: '{name} está listo para enviar',
  remove: 'Quitar {name}',
  again: 'Reintentar',
  lost: 'Se ha perdido la conexión. No se ha enviado nada.',
  wait: 'Un momento: todavía se está subiendo un archivo.',
  open: 'Ampliar {name}',
  save: 'Guardar {name}',
  close: 'Cerrar la imagen',
  gone: 'Este archivo no se puede mostrar en este momento.',
  problems: {
    'file-too-large': 'Este archivo es demasiado grande.',
    'picture-too-large': 'Esta imagen tiene demasiados píxeles. Envíe una más pequeña.',
    'file-type-refused': 'Aquí no se pueden enviar archivos de este tipo.',
    'file-empty': 'Este archivo está vacío.',
    'file-unreadable': 'Este archivo está dañado o no es lo que dice ser.',
    'file-unsafe': 'Este archivo está comprimido de un modo que podría causar daños.',
    'too-many-files': 'Ya hay demasiados archivos aquí.',
  },
};
