import { goesBack, type Held, type Holder } from './absence.rules.js';

const chat = (more: Partial<Held> = {}): Held => ({ takenAt: 100, waitingSince: 150, ...more });
const holder = (more: Partial<Holder>): Holder => ({ presence: 'away', since: 200, missed: false, ...more });

describe('A chat goes back to the queue', () => {
  const cases: readonly [words: string, chat: Held, holder: Holder, why: ReturnType<typeof goesBack>][] = [
    ['not while its holder is there', chat(), holder({ presence: 'available', since: 0 }), undefined],
    ['when its holder has gone offline', chat(), holder({ presence: 'offline' }), 'offline'],
    ['even one that was answered', chat({ waitingSince: null }), holder({ presence: 'offline' }), 'offline'],
    ['even one taken by hand while away', chat({ takenAt: 300 }), holder({ presence: 'offline' }), 'offline'],
    ['when its holder goes away', chat(), holder({}), 'away'],
    ['when its holder takes a break', chat(), holder({ presence: 'break' }), 'away'],
    ['not when they took it by hand since', chat({ takenAt: 201 }), holder({}), undefined],
    ['of one who missed offers, when its customer waits', chat(), holder({ missed: true }), 'away'],
    [
      'of one who missed offers, not while it was answered',
      chat({ waitingSince: null }),
      holder({ missed: true }),
      undefined,
    ],
    ['that nobody knows when it was taken', chat({ takenAt: null }), holder({}), 'away'],
  ];
  for (const [words, held, by, why] of cases) it(words, () => expect(goesBack(held, by)).toBe(why));
});
