import { Injectable, inject } from '@angular/core';
import type { Decision, Reason, RetentionClass } from '@candour/shared/policy.js';
import { retentionClasses } from '@candour/shared/policy.js';
import { Dates } from '../core/dates';
import { Words } from '../core/words';

const UNSET = '-country-unset';

/** Says a decision of the policy in a sentence, in the person's language. */
@Injectable({ providedIn: 'root' })
export class WhySentence {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  /** What it is kept as, for what, until when, by which rule, and what happens then. */
  sentence(decision: Decision): string {
    const { words } = this;
    const facts = {
      category: words.of('category', decision.category),
      purpose: words.of('purpose', decision.purpose),
      reason: this.reason(decision.winning, decision.action !== 'keep'),
      then: words.of('then', decision.then),
    };
    if (decision.action !== 'keep') return words.t('why.due', facts);
    if (decision.until === undefined)
      return words.t(decision.winning.kind === 'purpose' ? 'why.open' : 'why.held', facts);
    return words.t('why.until', { ...facts, until: this.dates.day(decision.until) });
  }

  /** A rule in words: `the period for “Conversation about an order”`. */
  reason({ rule, kind }: Pick<Reason, 'rule' | 'kind'>, over = false): string {
    const { words } = this;
    if (kind === 'hold')
      return words.t('reason.hold', { why: words.maybe(`hold.${rule.replace(/^hold-/, '')}`, rule) });
    if (kind === 'access') return words.t('reason.access');
    if (kind === 'matter')
      return words.t('reason.matter', { why: words.maybe(`matter.${rule.replace(/^open-/, '')}`, rule) });
    if (kind === 'end') return words.t('reason.end', { why: words.maybe(`endedBy.${rule}`, rule) });
    const unset = rule.endsWith(UNSET);
    const base = unset ? rule.slice(0, -UNSET.length) : rule;
    const name = isClass(base) ? words.of('retentionClass', base) : rule;
    return words.t(over ? 'reason.over' : unset ? 'reason.unset' : kind === 'law' ? 'reason.law' : 'reason.period', {
      class: name,
    });
  }

  training({ training }: Decision): string {
    const { words } = this;
    const why = words.maybe(`trainingRule.${training.rule}`, training.rule);
    return `${words.of('trainingUse', training.use)} ${words.t('why.trainMore', { reason: why, clause: training.clause })}`;
  }

  conflict(rule: string): string {
    return this.words.maybe(`conflict.${rule}`, rule);
  }

  endedBy(rule: string): string {
    return this.words.maybe(`endedBy.${rule}`, rule);
  }
}

function isClass(rule: string): rule is RetentionClass {
  return (retentionClasses as readonly string[]).includes(rule);
}
