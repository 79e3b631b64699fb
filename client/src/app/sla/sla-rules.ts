import type { BusinessTime, SetSla, Sla, TopicTarget } from '@candour/shared/sla.js';
import { SetSla as SetSlaContract } from '@candour/shared/sla.js';
import type { Reason } from '@candour/shared/tickets.js';
import { reasons } from '@candour/shared/tickets.js';
import type { Topic } from '@candour/shared/words.js';

/** The units that people think in; what is kept knows minutes and business days alone. */
export const units = ['minutes', 'hours', 'days'] as const;
export type Unit = (typeof units)[number];

export interface Amount {
  readonly n: number;
  readonly unit: Unit;
}

/** In the largest unit that says it whole. */
export function amountOf(time: BusinessTime): Amount {
  if ('days' in time) return { n: time.days, unit: 'days' };
  return time.minutes % 60 === 0 ? { n: time.minutes / 60, unit: 'hours' } : { n: time.minutes, unit: 'minutes' };
}

export const timeOf = ({ n, unit }: Amount): BusinessTime =>
  unit === 'days' ? { days: n } : { minutes: unit === 'hours' ? n * 60 : n };

export const withTopic = (sla: Sla, topic: Topic, change: Partial<TopicTarget>): Sla => ({
  ...sla,
  topics: sla.topics.map((one) => (one.topic === topic ? { ...one, ...change } : one)),
});

/** Reasons of a topic that are not answered sooner yet. */
export const reasonsLeft = ({ topic, faster }: Sla['topics'][number]): Reason[] =>
  reasons[topic].filter((reason) => !faster.some((one) => one.reason === reason));

/** What was set, as the contract asks for it; nothing where a figure does not fit. */
export const fitting = (sla: Sla): SetSla | undefined => SetSlaContract.safeParse(sla).data;

/** One target that differs. Seconds for chat, per cent for the warning; absent where there is none. */
export type Change =
  | { readonly what: 'first' | 'next' | 'warnAt'; readonly before: number; readonly after: number }
  | {
      readonly what: 'reply' | 'resolve' | 'faster';
      readonly topic: Topic;
      readonly reason?: Reason;
      readonly before: BusinessTime | null;
      readonly after: BusinessTime | null;
    };

/** What differs between two sets of targets, in the order of the page. */
export function changesBetween(before: Sla, after: Sla): Change[] {
  const figures = [
    { what: 'first' as const, before: before.chat.first, after: after.chat.first },
    { what: 'next' as const, before: before.chat.next, after: after.chat.next },
    { what: 'warnAt' as const, before: before.warnAt, after: after.warnAt },
  ].filter((one) => one.before !== one.after);
  const times = after.topics.flatMap((now) => {
    const was = before.topics.find(({ topic }) => topic === now.topic);
    if (!was) return [];
    const { topic } = now;
    const sooner = [...new Set([...was.faster, ...now.faster].map(({ reason }) => reason))];
    const replyFor = (target: typeof now, reason: Reason): BusinessTime | null =>
      target.faster.find((one) => one.reason === reason)?.reply ?? null;
    return [
      { what: 'reply' as const, topic, before: was.reply, after: now.reply },
      { what: 'resolve' as const, topic, before: was.resolve, after: now.resolve },
      ...sooner.map((reason) => ({
        ...{ what: 'faster' as const, topic, reason, before: replyFor(was, reason), after: replyFor(now, reason) },
      })),
    ].filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
  });
  return [...figures, ...times];
}
