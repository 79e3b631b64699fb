import { Id, newId } from '@candour/shared/ids.js';
import { partId, partKeys } from './order-parts.js';

describe('The parts of an order', () => {
  it('keep their id however often the order is taken in, and are told apart', () => {
    const order = newId();
    const id = partId(order, 'line', 'id 7');
    expect(Id.safeParse(id).success).toBe(true);
    expect(partId(order, 'line', 'id 7')).toBe(id);
    expect(partId(order, 'line', 'id 8')).not.toBe(id);
    expect(partId(order, 'payment', 'id 7')).not.toBe(id);
    expect(partId(newId(), 'line', 'id 7')).not.toBe(id);
  });

  it('go by the id of the shop, else by their place', () => {
    expect(partKeys([{ externalId: '7' }, {}, { externalId: '7' }])).toEqual(['id 7', 'at 1', 'id 7 2']);
  });
});
