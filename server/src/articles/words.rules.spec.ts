import { askedWords, excerptOf, folded, marked, plain, weights } from './words.rules.js';

describe('The words of articles', () => {
  it('are folded: case, accents and sharp s do not matter', () => {
    expect(['Rücksendung', 'ÉTÉ', 'Größe', 'Señor'].map(folded)).toEqual(['rucksendung', 'ete', 'grosse', 'senor']);
  });
  it('are asked for once each, six at the most', () => {
    expect(askedWords('My my sofa, a b c d e f')).toEqual(['my', 'sofa', 'a', 'b', 'c', 'd']);
  });
  it('count more in a title', () => {
    const all = weights({ title: 'Return', summary: 'Send back', body: 'return it' });
    expect([all.get('return'), all.get('send'), all.get('it')]).toEqual([21, 6, 1]);
  });
  it('are marked by their beginnings, and nothing is lost', () => {
    const pieces = marked('Rückgabe und Rücksendung.', ['ruck']);
    expect(pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Rückgabe', 'Rücksendung']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Rückgabe und Rücksendung.');
  });
  it('stand in an excerpt around the first that was found', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`.trim();
    const pieces = excerptOf(text, ['needle']);
    expect(pieces.some(({ text: piece, hit }) => hit && piece === 'needle')).toBeTrue();
    expect(pieces.map(({ text: piece }) => piece).join('').length).toBeLessThan(180);
  });
  it('lose their Markdown', () => {
    expect(plain('## How\n\n- **Pack** [it](https://example.com) well')).toBe('How Pack it well');
  });
});
