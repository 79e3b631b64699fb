import { Injectable, inject } from '@angular/core';
import type { Conditions, Trigger } from '@candour/shared/automations.js';
import type { TicketAction } from '@candour/shared/macros.js';
import { HOUR, MINUTE } from '@candour/shared/instant.js';
import { Dates } from '../core/dates';
import { Teams } from '../core/teams';
import { Words } from '../core/words';

/** What a macro or automation does, in words a person reads aloud. */
@Injectable({ providedIn: 'root' })
export class DeedWords {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly teams = inject(Teams);

  /** `reply`: how a canned reply is called; its id says nothing to anybody. */
  action(action: TicketAction, reply: (id: string) => string | undefined): string {
    const { words } = this;
    switch (action.do) {
      case 'priority':
        return words.of('macroDo', 'priority', { to: words.of('priority', action.priority) });
      case 'topic': {
        const to = words.of('topic', action.topic);
        return action.reason === null
          ? words.of('macroDo', 'topic', { to })
          : words.of('macroDo', 'topicReason', { to, reason: words.of('topicReason', action.reason) });
      }
      case 'tag':
      case 'untag':
        return words.of('macroDo', action.do, { tags: action.tags.join(', ') });
      case 'snooze':
        return words.of('macroDo', 'snooze', { span: this.dates.span(action.hours * HOUR) });
      case 'reply':
        return words.of('macroDo', 'reply', { name: reply(action.replyId) ?? '?' });
      case 'queue': {
        const team = action.teamId === null ? undefined : this.teams.name(action.teamId);
        return team === undefined ? words.of('macroDo', 'queue') : words.of('macroDo', 'queueTeam', { team });
      }
      case 'note':
        return words.of('macroDo', 'note', { text: action.text });
      default:
        return words.of('macroDo', action.do);
    }
  }

  when(trigger: Trigger): string {
    const { words } = this;
    if (trigger.on === 'status' && trigger.to !== null) {
      return words.of('autoWhen', 'statusTo', { to: words.of('status', trigger.to) });
    }
    if (!('minutes' in trigger)) return words.of('autoWhen', trigger.on);
    return words.of('autoWhen', trigger.on, { span: this.dates.span(trigger.minutes * MINUTE) });
  }

  /** Each condition that is named, as the end of "and ...". */
  conditions(asked: Conditions): string[] {
    const { words } = this;
    const list = (items: readonly string[]): string =>
      new Intl.ListFormat(words.locale(), { type: 'disjunction' }).format(items);
    const { topics, reasons, languages, priorities, channels, tags, waitingMinutes, hours, assigned } = asked;
    return [
      topics && words.of('autoIf', 'topics', { of: list(topics.map((one) => words.of('topic', one))) }),
      reasons && words.of('autoIf', 'reasons', { of: list(reasons.map((one) => words.of('topicReason', one))) }),
      languages && words.of('autoIf', 'languages', { of: list(languages.map((one) => words.of('language', one))) }),
      priorities && words.of('autoIf', 'priorities', { of: list(priorities.map((one) => words.of('priority', one))) }),
      channels && words.of('autoIf', 'channels', { of: list(channels.map((one) => words.of('channel', one))) }),
      tags && words.of('autoIf', 'tags', { of: list(tags) }),
      waitingMinutes && words.of('autoIf', 'waiting', { span: this.dates.span(waitingMinutes * MINUTE) }),
      hours && words.of('autoIf', hours),
      assigned && words.of('autoIf', assigned),
    ].filter((one) => typeof one === 'string');
  }
}
