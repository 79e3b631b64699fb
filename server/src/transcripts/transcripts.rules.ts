import type { Entry } from '@candour/shared/conversations.js';
import type { TranscriptFormat } from '@candour/shared/transcripts.js';

/** What a copy begins with. */
export interface Heading {
  readonly number: number;
  readonly topic: string;
  readonly createdAt: number;
  readonly takenAt: number;
}

const instant = (at: number): string => new Date(at).toISOString();

/** The beginning, each entry and the end of a copy, as text to be read or as JSON. What was masked stands masked. */
export const writing: Readonly<
  Record<
    TranscriptFormat,
    { head(heading: Heading): string; entry(entry: Entry, first: boolean): string; readonly foot: string }
  >
> = {
  text: {
    head: ({ number, topic, createdAt, takenAt }) =>
      `#${number} ${topic}\nbegun ${instant(createdAt)}\ncopied ${instant(takenAt)}\n\n`,
    entry: (entry) => {
      const line = lineOf(entry);
      return line === undefined ? '' : `[${instant(entry.at)}] ${line}\n`;
    },
    foot: '',
  },
  json: {
    head: (heading) => `${JSON.stringify(heading).slice(0, -1)},"entries":[\n`,
    entry: (entry, first) => `${first ? '' : ',\n'}${JSON.stringify(entry)}`,
    foot: '\n]}\n',
  },
};

function lineOf({ kind, by, text, fact, attachments }: Entry): string | undefined {
  if (kind === 'fact') return `-- ${fact?.code ?? 'fact'}${by.name ? ` (${by.name})` : ''}`;
  if (kind !== 'message' && kind !== 'note') return undefined;
  const files = (attachments ?? []).map(({ name }) => ` [${name}]`).join('');
  // What an automation says, the desk says.
  const who = `${by.name ?? (by.role === 'system' ? 'desk' : by.role)}${kind === 'note' ? ' (note)' : ''}`;
  return `${who}: ${text === undefined ? '[removed]' : text.replaceAll('\n', '\n    ')}${files}`;
}
