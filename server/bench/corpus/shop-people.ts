import { Random } from './random.js';

const starts = ['Al', 'Ber', 'Cor', 'Dor', 'El', 'Fen', 'Gar', 'Hol', 'Is', 'Jor', 'Kes', 'Lin', 'Mar', 'Nor', 'Os'];
const middles = ['a', 'be', 'da', 'en', 'fi', 'go', 'hel', 'in', 'ka', 'lo', 'mi', 'na', 'or', 'pe', 'ri', 'sa'];
const ends = ['berg', 'dale', 'feld', 'ham', 'ier', 'ke', 'ler', 'mann', 'nova', 'quist', 'rez', 'son', 'ton', 'well'];
const first = ['Ada', 'Bela', 'Cleo', 'Dario', 'Edda', 'Falk', 'Gesa', 'Hugo', 'Ines', 'Jonas', 'Kaja', 'Levi', 'Mina'];
/** Area codes of the North American plan; the numbers behind them are those kept for fiction. */
const areas = ['201', '202', '206', '212', '213', '303', '305', '312', '404', '415', '503', '512', '602', '617', '702'];

export interface ShopPerson {
  readonly first: string;
  readonly last: string;
  readonly email: string;
  readonly phone: string;
}

/** The customer of that number, the same in every run: 3,360 family names, 195 first ones with a second letter. */
export function shopPerson(number: number): ShopPerson {
  const random = new Random(number * 7919 + 17);
  const name = random.of(first) + random.of(['', 'n', 's', 'l', 'r', 't', 'k', 'd', 'm', 'x', 'v', 'z', 'p', 'b', 'g']);
  const last = random.of(starts) + random.of(middles) + random.of(ends);
  const phone = `+1${random.of(areas)}55501${String(random.below(100)).padStart(2, '0')}`;
  return { first: name, last, email: `${name}.${last}.${number}@example.com`.toLowerCase(), phone };
}
