import { changeStates } from '@candour/shared/order-changes.js';
import type { FulfilmentStatus } from '@candour/shared/orders.js';
import type { ShipmentState } from '@candour/shared/shipments.js';
import {
  changeMoves,
  clashes,
  decimalOf,
  namesOf,
  whyFixed,
  type Change,
  type ChangeEvent,
  type StandingChange,
} from './changes.rules.js';

describe('An order that is to be changed', () => {
  const cases: readonly (readonly [FulfilmentStatus, readonly ShipmentState[], string | undefined])[] = [
    ['unfulfilled', [], undefined],
    ['unfulfilled', ['pending', 'info_received', 'canceled'], undefined],
    ['unfulfilled', ['appointment_set'], undefined],
    ['unfulfilled', ['in_transit'], 'order-fulfilled'],
    ['unfulfilled', ['canceled', 'delivered'], 'order-fulfilled'],
    ['partially_fulfilled', [], 'order-fulfilled'],
    ['fulfilled', [], 'order-fulfilled'],
    ['delivered', [], 'order-fulfilled'],
    ['canceled', [], 'state-unfit'],
  ];
  for (const [fulfilmentStatus, shipments, expected] of cases) {
    it(`${fulfilmentStatus} with ${shipments.join(' and ') || 'no parcel'} is ${expected ?? 'still in the house'}`, () =>
      expect(whyFixed({ fulfilmentStatus, shipments })).toBe(expected as never));
  }
});

describe('Two changes of one order', () => {
  const line = (id: string): Change => ({
    kind: 'cancel-lines',
    reason: 'customer',
    lines: [{ id, externalId: id, quantity: 1 }],
  });
  const whole: Change = { kind: 'cancel', reason: 'customer' };
  const refund: Change = { kind: 'refund', amount: 100, currency: 'EUR' };
  const address: Change = {
    kind: 'address',
    address: { name: 'A', line1: 'B', postcode: '1', city: 'C', country: 'DE' },
  };
  const cases: readonly (readonly [why: string, asked: Change, before: StandingChange, clash: boolean])[] = [
    ['the whole twice', whole, { state: 'waiting', change: whole }, true],
    ['a line of what is canceled', line('1'), { state: 'sent', change: whole }, true],
    ['an address of what is canceled', address, { state: 'by_hand', change: whole }, true],
    ['what the shop refused before', whole, { state: 'failed', change: whole }, false],
    ['the same line twice', line('1'), { state: 'waiting', change: line('1') }, true],
    ['another line', line('2'), { state: 'waiting', change: line('1') }, false],
    ['the whole after a line', whole, { state: 'sent', change: line('1') }, false],
    ['another address', address, { state: 'sent', change: address }, false],
    ['a refund before', whole, { state: 'sent', change: refund }, false],
  ];
  for (const [why, asked, before, clash] of cases) {
    it(`${clash ? 'contradict' : 'go together'}: ${why}`, () => expect(clashes(asked, [before])).toBe(clash));
  }
});

describe('What becomes of a change', () => {
  const events: readonly ChangeEvent[] = ['accepted', 'refused', 'unnamed', 'retry', 'done'];
  const moves: Readonly<Record<string, string>> = {
    'waiting accepted': 'sent',
    'waiting refused': 'failed',
    'waiting unnamed': 'by_hand',
    'failed retry': 'waiting',
    'failed done': 'done',
    'by_hand done': 'done',
  };
  for (const state of changeStates) {
    for (const event of events) {
      const to = moves[`${state} ${event}`];
      it(`${state}, ${event}: ${to ?? 'nothing'}`, () => expect(changeMoves[state][event]).toBe(to as never));
    }
  }
});

it('Amounts and names are written as shops want them', () => {
  expect([1, 10, 100, 123_456].map(decimalOf)).toEqual(['0.01', '0.10', '1.00', '1234.56']);
  expect(namesOf('Ottoline  van der Sofabed')).toEqual({ first: 'Ottoline van der', last: 'Sofabed' });
  expect(namesOf('Tane')).toEqual({ first: '', last: 'Tane' });
});
