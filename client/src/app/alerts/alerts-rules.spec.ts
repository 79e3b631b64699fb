import type { QueueChange } from '@candour/shared/live.js';
import { asBefore, calls, mineAfter, quiet, settingsOf } from './alerts-rules';

const change = (row: object): QueueChange => ({ fresh: false, row: { id: 'c', ...row } }) as QueueChange;
const wrote = change({ lastBy: 'customer', preview: 'Hello?' });

describe('An alert', () => {
  it('calls for a customer’s word in one’s own conversation that is not before one’s eyes', () => {
    const mine = mineAfter(new Set(), change({ assignee: { id: 'me', name: 'Nell' } }), 'me');
    expect(calls(wrote, mine, { open: 'c', visible: true })).toBeFalse();
    expect(calls(wrote, mine, { open: 'c', visible: false })).toBeTrue();
    expect(calls(wrote, mine, { open: 'other', visible: true })).toBeTrue();
    expect(calls(change({ lastBy: 'staff', preview: 'Hi' }), mine, { open: undefined, visible: false })).toBeFalse();
    expect(
      calls(wrote, mineAfter(mine, change({ assignee: null }), 'me'), { open: undefined, visible: true }),
    ).toBeFalse();
    expect(mineAfter(mine, wrote, 'me')).toBe(mine);
  });

  it('leaves in peace who is away, on a break or wraps up', () => {
    const duty = { presence: 'available', since: 0, missed: false, capacity: 3, load: 0 } as const;
    expect(quiet(undefined, 5)).toBeFalse();
    expect(quiet(duty, 5)).toBeFalse();
    expect(quiet({ ...duty, wrapUpUntil: 9 }, 5)).toBeTrue();
    expect(quiet({ ...duty, presence: 'break' }, 5)).toBeTrue();
  });

  it('is as the person set it, whatever else stands in the browser', () => {
    expect(settingsOf(null)).toEqual(asBefore);
    expect(settingsOf('not json')).toEqual(asBefore);
    expect(settingsOf('{"sound":false,"title":3}')).toEqual({ ...asBefore, sound: false });
  });
});
