import type { ChatQueue } from '@candour/shared/live.js';
import { words } from '../catalogue/en.js';
import { waitingSentence } from './waiting.js';

const queue: ChatQueue = { position: 3, open: true, staffed: true, overflow: false };
const sentence = (more: Partial<ChatQueue> = {}, answerBy?: 'email'): string =>
  waitingSentence({ ...queue, ...more }, words, 'en', answerBy);

describe('What a customer who waits is told', () => {
  it('is their place and the wait, or that nobody can say it', () => {
    expect(sentence({ waitSeconds: 240 })).toContain('number 3. It takes about 4 minutes.');
    expect(sentence({ waitSeconds: 60 })).toContain('about a minute');
    expect(sentence()).toContain(words.waitUnknown);
    expect(sentence({ staffed: false })).toContain(`${words.nobodyFree} ${words.waitUnknown}`);
  });

  it('is when somebody is back, where the desk is closed', () => {
    const closed = sentence({ open: false, opensAt: Date.parse('2026-11-24T08:00:00Z') });
    expect(closed).toContain('We are back Tuesday');
    expect(closed).not.toContain(words.waitUnknown);
  });

  it('does not ask whoever is answered by mail to keep the page open', () => {
    expect(sentence()).toContain(words.goOn);
    expect(sentence({}, 'email')).not.toContain(words.goOn);
  });
});
