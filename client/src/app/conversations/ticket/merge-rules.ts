import type { MergePreview } from '@candour/shared/merging.js';
import type { Words } from '../../core/words';

/** What a merge will do, sentence by sentence, the most important first. */
export function effectsOf(preview: MergePreview, words: Pick<Words, 't' | 'of'>): string[] {
  const { from, into, readers, status, waitingSince, priority, tags } = preview;
  const numbers = { from: from.number, into: into.number };
  const says: (string | undefined)[] = [
    words.t('merge.closes', numbers),
    words.of('mergeReaders', readers, numbers),
    status && words.t('merge.status', { ...numbers, status: words.of('status', status) }),
    waitingSince === undefined ? undefined : words.t('merge.waits', numbers),
    priority && words.t('merge.priority', { ...numbers, priority: words.of('priority', priority) }),
    tags.length > 0 ? words.t('merge.tags', { ...numbers, tags: tags.join(', ') }) : undefined,
    preview.order ? words.t('merge.order', numbers) : undefined,
    preview.keptLonger ? words.t('merge.keptLonger') : undefined,
    preview.trainingEnds ? words.t('merge.trainingEnds') : undefined,
    preview.holds ? words.t('merge.holds') : undefined,
  ];
  return says.filter((one) => one !== undefined);
}
