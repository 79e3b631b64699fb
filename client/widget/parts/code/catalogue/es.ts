import type { Words } from './en.js';

export const words: Words = {
  title: 'Introduzca su código',
  hint: 'Hemos enviado seis cifras a la dirección de correo del pedido.',
  label: 'Código de seis cifras',
  verify: 'Confirmar',
};
