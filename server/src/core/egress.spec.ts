import { EgressGate, type EgressAsk, type Recipient } from './egress.js';

describe('the egress gate', () => {
  const mail: Recipient = { name: 'mail', category: 3, host: 'mail.example.com:25', purposes: ['P4'], data: ['C1'] };
  const ask: EgressAsk = { recipient: 'mail', host: 'mail.example.com:25', purpose: 'P4', data: ['C1'] };
  const cases: readonly (readonly [words: string, ask: EgressAsk, passes: boolean])[] = [
    ['what was allowed', ask, true],
    ['nothing personal', { ...ask, data: [] }, true],
    ['an unknown recipient', { ...ask, recipient: 'tracker' }, false],
    ['another address', { ...ask, host: 'elsewhere.example.com:25' }, false],
    ['another purpose', { ...ask, purpose: 'P7' }, false],
    ['another category', { ...ask, data: ['C1', 'C3'] }, false],
  ];
  for (const [words, given, passes] of cases) {
    it(`${passes ? 'lets through' : 'denies'} ${words}`, () => {
      const gate = new EgressGate();
      gate.allow(mail);
      const call = (): unknown => gate.require(given);
      if (passes) expect(call()).toEqual(mail);
      else expect(call).toThrow(jasmine.objectContaining({ code: 'egress-denied' }));
    });
  }

  it('knows nobody by itself, and no name for two', () => {
    const gate = new EgressGate();
    expect(() => gate.require(ask)).toThrow(jasmine.objectContaining({ code: 'egress-denied' }));
    gate.allow(mail);
    gate.allow(mail);
    expect(() => gate.allow({ ...mail, host: 'other.example.com:25' })).toThrowError();
  });
});
