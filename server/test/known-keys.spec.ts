import { MINUTE } from '@candour/shared/instant.js';
import { ConversationKeys } from '../src/conversations/conversation-keys.js';
import { ConversationRecord } from '../src/conversations/conversation.entity.js';
import { Database } from '../src/core/database/database.js';
import { KNOWN_FOR } from '../src/core/vault/aging-cache.js';
import { eachDesk, type Desk } from './desk.js';
import { LiveClient } from './live-clients.js';

eachDesk(
  'What a node knows of a conversation',
  (open) => {
    let desk: Desk;
    let keys: ConversationKeys;
    beforeAll(async () => {
      desk = await open();
      keys = desk.app.get(ConversationKeys, { strict: false });
    });
    afterAll(() => desk.close());

    const begun = async (text: string): Promise<ConversationRecord> => {
      const customer = await LiveClient.chat(desk);
      const { id } = (await customer.start(text)).conversation;
      customer.close();
      return desk.app.get(Database).read((em) => em.findOneByOrFail(ConversationRecord, { id }));
    };
    /** As another node does that gives it to somebody else. */
    const givenTo = ({ customerId, keyId }: ConversationRecord, id: string) =>
      desk.app.get(Database).write((tx) => tx.em.update(ConversationRecord, { id }, { customerId, keyId }));

    it('is asked for again before it is older than a retired key lives, however often it is used', async () => {
      const one = await begun('My shelf');
      const other = await begun('My lamp');
      const before = await keys.of(one.id);
      expect(before.key.id).toBe(one.keyId);
      await givenTo(other, one.id);
      for (let passed = 0; passed < KNOWN_FOR; passed += MINUTE) {
        keys.cached(one.id);
        desk.clock.advance(MINUTE);
      }
      expect(keys.cached(one.id)).toBeUndefined();
      const after = await keys.of(one.id);
      expect(after.key.id).toBe(other.keyId);
      expect(after.subject).toEqual((await keys.of(other.id)).subject);
      expect(after.subject).not.toEqual(before.subject);
    });

    it('is at hand until then, without another look', async () => {
      const one = await begun('My chair');
      const known = await keys.of(one.id);
      await givenTo(await begun('My table'), one.id);
      expect(await keys.of(one.id)).toBe(known);
    });

    it('is no key where nobody knows one any more', async () => {
      const { id } = await begun('My stool');
      await desk.app.get(Database).write((tx) => tx.em.update(ConversationRecord, { id }, { keyId: id }));
      keys.forget(id);
      await expectAsync(keys.of(id)).toBeRejectedWith(jasmine.objectContaining({ code: 'not-found' }));
    });
  },
  true,
);
