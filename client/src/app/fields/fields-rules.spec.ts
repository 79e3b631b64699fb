import { byTopic, earlier, fitting, newChoice, newField, withField, type Field } from './fields-rules';

const labels = { en: 'Door', de: 'Tür', fr: 'Porte', es: 'Puerta' };
const field = (more: Partial<Field> = {}): Field => ({ ...newField('delivery'), labels, ...more });

describe('The fields that tickets are asked for', () => {
  it('stand under their topics, in order', () => {
    const all = [field(), field({ topic: 'orders' }), field()];
    const delivery = byTopic(all).find(({ topic }) => topic === 'delivery');
    expect(delivery?.fields).toEqual([all[0]!, all[2]!]);
  });

  it('keep their place when they change; a new one stands last', () => {
    const all = [field(), field()];
    const changed = { ...all[0]!, kind: 'date' as const };
    expect(withField(all, changed)).toEqual([changed, all[1]!]);
    const fresh = field();
    expect(withField(all, fresh)).toEqual([...all, fresh]);
  });

  it('move among those of their own topic alone', () => {
    const [a, other, b] = [field(), field({ topic: 'orders' }), field()];
    expect(earlier([a, other, b], b)).toEqual([b, other, a]);
    expect(earlier([a, other, b], a)).toEqual([a, other, b]);
  });

  it('fit with a name in each language, and a choice with choices', () => {
    expect(fitting(field())?.choices).toEqual([]);
    expect(fitting(field({ labels: { ...labels, fr: ' ' } }))).toBeUndefined();
    expect(fitting(field({ kind: 'choice' }))).toBeUndefined();
    expect(fitting(field({ kind: 'choice', choices: [newChoice()] }))).toBeUndefined();
    expect(fitting(field({ kind: 'choice', choices: [{ ...newChoice(), labels }] }))?.choices.length).toBe(1);
    // What it was before it became a text is not sent along.
    expect(fitting(field({ choices: [newChoice()] }))?.choices).toEqual([]);
  });
});
