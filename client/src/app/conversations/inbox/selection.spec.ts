import type { ConversationRow } from '@candour/shared/conversations.js';
import { aboutAll } from './selection';

const row = (more: object): ConversationRow =>
  ({ language: 'de', priority: 'normal', topic: 'orders', tags: [], ...more }) as unknown as ConversationRow;

describe('What many rows agree on', () => {
  it('is what each of them says; of tags all that any has', () => {
    const nell = { id: 'nell', name: 'Nell' };
    expect(aboutAll([row({ tags: ['b'], assignee: nell }), row({ tags: ['a', 'b'], assignee: nell })], 'en')).toEqual({
      ...{ language: 'de', assigneeId: 'nell', priority: 'normal', topic: 'orders', tags: ['a', 'b'] },
    });
  });

  it('is nothing where they differ: then they rest in the hours of whoever asks', () => {
    const about = aboutAll([row({}), row({ language: 'fr', priority: 'high', topic: 'privacy' })], 'en');
    expect([about.language, about.priority, about.topic]).toEqual(['en', undefined, undefined]);
  });
});
