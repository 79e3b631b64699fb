import type { MergePreview } from '@candour/shared/merging.js';
import { effectsOf } from './merge-rules';

const brief = { id: 'a', number: 1, status: 'open', topic: 'orders', createdAt: 0, lastAt: 0, entries: 1 } as const;
const nothing: MergePreview = {
  ...{ from: { ...brief, number: 1043 }, into: { ...brief, number: 1042 }, readers: 'one', tags: [] },
  ...{ order: false, keptLonger: false, trainingEnds: false, holds: false },
};
/** Words that say their own key. */
const words = {
  t: (key: string) => key,
  of: (group: string, code: string) => `${group}.${code}`,
} as unknown as Parameters<typeof effectsOf>[1];

describe('What a merge will do', () => {
  for (const [what, more, said] of [
    ['always says what is closed and who reads on', {}, []],
    ['says who is shown nothing', { readers: 'apart' }, []],
    [
      'says what the target becomes',
      { status: 'open', waitingSince: 5, priority: 'high' },
      ['status', 'waits', 'priority'],
    ],
    ['says what it takes over', { tags: ['sofa'], order: true }, ['tags', 'order']],
    [
      'says what the policy makes of it',
      { keptLonger: true, trainingEnds: true, holds: true },
      ['keptLonger', 'trainingEnds', 'holds'],
    ],
  ] as const) {
    it(what, () => {
      const preview: MergePreview = { ...nothing, ...more, tags: 'tags' in more ? [...more.tags] : [] };
      expect(effectsOf(preview, words)).toEqual([
        'merge.closes',
        `mergeReaders.${preview.readers}`,
        ...said.map((one) => `merge.${one}`),
      ]);
    });
  }
});
