import type { SetAutomation } from '@candour/shared/automations.js';
import { Refused } from '@candour/shared/errors.js';
import type { SetMacro } from '@candour/shared/macros.js';
import type { Score } from '@candour/shared/surveys.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { system, type StaffActor, type VisitorActor } from '../core/access/actor.js';
import { AutomationsService } from '../macros/automations.service.js';
import { MacrosService } from '../macros/macros.service.js';
import { RepliesService } from '../replies/replies.service.js';
import { SurveysService } from '../surveys/surveys.service.js';
import { FieldsService } from '../tickets/fields.service.js';
import { praise, ticketFields } from './care.data.js';
import { DemoContact } from './demo-contact.js';

/** What helps the demonstration's agents answer, and what its customers thought of it. */
@Injectable()
export class DemoCare {
  constructor(
    private readonly surveys: SurveysService,
    private readonly replies: RepliesService,
    private readonly macros: MacrosService,
    private readonly automations: AutomationsService,
    private readonly fields: FieldsService,
    readonly contact: DemoContact,
  ) {}

  /** Two of five answer when they are asked, and some of those in words. Safe to run again. */
  async rate(visitor: VisitorActor, conversationId: string, language: Language, i: number): Promise<void> {
    if (i % 5 > 1) return;
    const score = ([5, 4, 5, 3, 5, 4, 2, 5] as const)[Math.floor(i / 5) % 8] satisfies Score | undefined;
    const words = i % 15 === 0 ? praise[language][score ?? 4] : undefined;
    try {
      await this.surveys.rate(visitor, { conversationId, score: score ?? 4, ...(words ? { comment: words } : {}) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** Two macros, and two automations of which one was tried and switched on. Safe to run again. */
  async tools(supervisor: StaffActor): Promise<void> {
    const { rows } = await this.replies.list(supervisor);
    const idOf = (name: string): string | undefined => rows.find((reply) => reply.name === name)?.id;
    const known = (await this.macros.list(supervisor)).rows.map(({ name }) => name);
    const macros: readonly SetMacro[] = [
      {
        ...{ name: 'Transit damage: first steps', topic: 'delivery', shared: true },
        actions: [
          { do: 'take' },
          { do: 'topic', topic: 'delivery', reason: 'transit-damage' },
          { do: 'priority', priority: 'high' },
          ...said(idOf('transit-damage')),
          { do: 'note', text: 'Photographs asked for. Tell the carrier today.' },
        ],
      },
      {
        ...{ name: 'Say goodbye and resolve', topic: null, shared: true },
        actions: [...said(idOf('goodbye')), { do: 'resolve' }],
      },
    ];
    for (const macro of macros) if (!known.includes(macro.name)) await this.macros.add(supervisor, macro);
    const actor = system('demonstration');
    if ((await this.fields.list(actor)).fields.length === 0) await this.fields.set(actor, { fields: ticketFields() });
    if ((await this.automations.list(actor)).rows.length > 0) return;
    const rules: readonly SetAutomation[] = [
      {
        name: 'A safety matter is urgent',
        trigger: { on: 'customer-message' },
        conditions: { reasons: ['safety'] },
        actions: [
          { do: 'priority', priority: 'urgent' },
          { do: 'tag', tags: ['safety'] },
        ],
      },
      {
        name: 'A damage that waits gets attention',
        trigger: { on: 'waiting', minutes: 30 },
        conditions: { topics: ['delivery'], hours: 'open' },
        actions: [{ do: 'priority', priority: 'high' }],
      },
    ];
    for (const [i, rule] of rules.entries()) {
      const { id } = await this.automations.add(actor, rule);
      if (i > 0) continue;
      await this.automations.try(actor, id, { last: 200 });
      await this.automations.enable(actor, id, true);
    }
  }
}

const said = (replyId: string | undefined) => (replyId === undefined ? [] : [{ do: 'reply', replyId } as const]);
