import { DAY, HOUR, MINUTE } from '@candour/shared/instant.js';
import { Refused } from '@candour/shared/errors.js';
import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../core/access/actor.js';
import { HoursService } from '../hours/hours.service.js';
import { DemoColleagues } from './demo-colleagues.js';
import { crackedFrame, page } from './demo-files.js';
import { idOf } from './demo-ids.js';
import type { Moment } from './history-clock.js';
import { DemoMatters } from './demo-matters.js';
import { demoCustomer, DemoTickets } from './demo-tickets.js';
import { corner, deletion, elsewhere, frame, nearBreach, resting, tomorrow, twice } from './desk.data.js';

/** Of the demonstration's staff, by first name. */
export type People = (firstName: string) => StaffActor;

/** What the desk is in the middle of at the first start. Safe to run again after a crash. */
@Injectable()
export class DemoDesk {
  constructor(
    private readonly tickets: DemoTickets,
    private readonly colleagues: DemoColleagues,
    private readonly matters: DemoMatters,
    private readonly hours: HoursService,
  ) {}

  /** Each story's steps at their instants. */
  async moments(seed: string, who: People, now: number): Promise<Moment[]> {
    const late = await this.late(now);
    const at = (ago: number, ...steps: (() => Promise<void>)[]): Moment => ({
      at: now - ago,
      happen: async () => {
        for (const step of steps) await once(step);
      },
    });
    const { tickets, colleagues, matters } = this;
    const [nell, basil, greta, colette, pilar] = ['nell', 'basil', 'greta', 'colette', 'pilar'].map(who) as [
      ...[StaffActor, StaffActor, StaffActor, StaffActor, StaffActor],
    ];
    const begun = (ticket: Parameters<DemoTickets['begin']>[1]) => tickets.begin(seed, ticket);
    return [
      at(deletion.ago, async () => void (await begun(deletion))),
      at(
        deletion.ago - 2 * HOUR,
        async () => tickets.take(nell, await begun(deletion)),
        async () => matters.openRequest(nell, await begun(deletion)),
        async () => tickets.say(nell, await begun(deletion), 2, deletion.answer),
      ),
      at(3 * DAY, async () => {
        const ticket = await begun(deletion);
        await tickets.say(ticket.visitor, ticket, 3, deletion.reminder);
      }),
      at(
        3 * DAY - 90 * MINUTE,
        async () => tickets.say(nell, await begun(deletion), 4, deletion.promise),
        async () => tickets.does(nell, await begun(deletion), { kind: 'status', status: 'pending' }),
      ),

      at(twice.first.ago, async () => tickets.take(colette, await begun(twice.first))),
      at(
        twice.second.ago,
        async () => tickets.take(colette, await tickets.begin(seed, twice.second, await begun(twice.first))),
        async () => matters.merge(colette, await begun(twice.second), await begun(twice.first)),
        async () => tickets.say(colette, await begun(twice.first), 2, twice.answer),
        async () => colleagues.askToTakeOver(colette, await begun(twice.first), nell, twice.question),
      ),

      at(resting.ago, async () => void (await begun(resting))),
      at(
        resting.ago - HOUR,
        async () => tickets.take(basil, await begun(resting)),
        async () => tickets.say(basil, await begun(resting), 2, resting.answer),
        async () => colleagues.note(basil, await begun(resting), 3, resting.note, nell),
        async () => tickets.does(basil, await begun(resting), { kind: 'snooze', until: now + 2 * DAY }),
      ),

      at(
        corner.ago,
        async () => tickets.take(basil, await begun(corner)),
        async () => colleagues.note(basil, await begun(corner), 2, corner.note),
        async () => colleagues.handToExpert(basil, await begun(corner)),
      ),

      at(
        tomorrow.ago,
        async () => tickets.take(greta, await begun(tomorrow)),
        async () => colleagues.sendLater(greta, await begun(tomorrow), tomorrow.later),
      ),

      at(
        late,
        async () => tickets.take(pilar, await begun(nearBreach)),
        async () => colleagues.note(nell, await begun(nearBreach), 2, nearBreach.note, pilar),
      ),
    ];
  }

  /** What is done when those who wait are there. */
  async now(seed: string, who: People): Promise<void> {
    await once(() =>
      this.matters.mergeCustomers(
        who('nell'),
        who('sidney'),
        elsewhere.customer.email,
        demoCustomer(elsewhere.into).email,
      ),
    );
    const chat = await this.tickets.known(idOf(seed, 'waiting ottoline'));
    // Begun with a fact and a message: there is nothing else in it yet.
    if (!chat || chat.head > 2) return;
    const note = page([
      'Delivery note KW-1001',
      '',
      '1 x Sofa bed "Marlow", three seats, oat',
      'Packages: 3, complete',
    ]);
    await this.tickets.show(chat, 2, frame.words, [
      { name: 'cracked-frame.jpg', content: await crackedFrame() },
      { name: 'delivery-note.pdf', content: note },
    ]);
  }

  /** How long ago a ticket came that has waited so much of business time, whenever the desk was open. */
  private async late(now: number): Promise<number> {
    const clock = (await this.hours.clocks()).get('es');
    let ago = nearBreach.waited;
    while (clock && ago < 14 * DAY && clock.between(now - ago, now) < nearBreach.waited) ago += 5 * MINUTE;
    return ago;
  }
}

/** A step that was done before is refused now. */
async function once(step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}
