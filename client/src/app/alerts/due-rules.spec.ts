import type { DueAlarm } from '@candour/shared/sla.js';
import { rangAfter, saidOf } from './due-rules';

const alarm = (id: string, more: Partial<DueAlarm> = {}): DueAlarm => ({
  ...{ id, number: 1, kind: 'first-reply', state: 'warning', dueAt: 5 },
  ...more,
});

describe('Alarms of what is due', () => {
  it('that come together are said once: one by name, more by their number', () => {
    const late = alarm('a', { state: 'breached' });
    expect(saidOf([alarm('a'), late], undefined)).toEqual({ one: late });
    expect(saidOf([alarm('a'), alarm('b'), late], undefined)).toEqual({ many: 2 });
  });

  it('of what is before one’s eyes are not said', () => {
    expect(saidOf([alarm('a')], 'a')).toBeUndefined();
    expect(saidOf([alarm('a'), alarm('b')], 'a')).toEqual({ one: alarm('b') });
  });

  it('mark each row once, the newest two hundred of them', () => {
    let rang: ReadonlyMap<string, DueAlarm> = new Map();
    for (let n = 0; n < 201; n++) rang = rangAfter(rang, alarm(`c${n}`));
    rang = rangAfter(rang, alarm('c1', { state: 'breached' }));
    expect([rang.size, rang.has('c0'), [...rang.keys()].at(-1)]).toEqual([200, false, 'c1']);
  });
});
