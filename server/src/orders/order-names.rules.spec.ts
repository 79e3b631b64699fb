import { nameWords } from './order-names.rules.js';

describe('nameWords', () => {
  const cases: readonly (readonly [name: string, words: readonly string[]])[] = [
    ['Konrad Eckbank', ['konrad', 'eckbank']],
    ['eckbank, KONRAD', ['eckbank', 'konrad']],
    ['Zoë Weiß', ['zoe', 'weiss']],
    ['ZOE WEISS', ['zoe', 'weiss']],
    ['Zoe\u0308', ['zoe']],
    ['Ｋｏｎｒａｄ', ['konrad']],
    ["O'Neill", ['oneill']],
    ['O’Neill', ['oneill']],
    ['Anna-Lena  Groß', ['anna', 'lena', 'gross']],
    ['Dr. Anna', ['dr', 'anna']],
    ['Anna anna', ['anna']],
    ['Мария Иванова', ['мария', 'иванова']],
    [' .,- ', []],
    ['', []],
    ['a b c d e f g h i', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
  ];
  for (const [name, words] of cases) {
    it(`reads ${JSON.stringify(name)}`, () => expect(nameWords(name)).toEqual([...words]));
  }
});
