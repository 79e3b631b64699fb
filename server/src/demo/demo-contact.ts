import { Injectable } from '@nestjs/common';
import { system } from '../core/access/actor.js';
import { FormsService } from '../contact/forms.service.js';
import { GreetingsService } from '../greetings/greetings.service.js';
import { demoForm, demoGreetings } from './contact.data.js';
import { demoCustomers } from './people.data.js';
import { DemoWork } from './demo-work.js';

/** How the demonstration's customers reach its desk without asking for a chat. */
@Injectable()
export class DemoContact {
  constructor(
    private readonly forms: FormsService,
    private readonly greetings: GreetingsService,
    readonly work: DemoWork,
  ) {}

  /** Safe to run again. */
  async greet(): Promise<void> {
    const actor = system('demonstration');
    if ((await this.greetings.list(actor)).rows.length > 0) return;
    for (const rule of demoGreetings) await this.greetings.add(actor, rule);
  }

  /** One ticket for each id, however often it is run. */
  async write(formId: string): Promise<void> {
    const { customer: id, topic, text } = demoForm;
    const customer = demoCustomers.find((one) => one.id === id);
    if (!customer) throw new Error(`No demonstration customer ${id}.`);
    const { name, email, language } = customer;
    const { policyVersion } = await this.forms.desk(language);
    await this.forms.take({ formId, topic, language, policyVersion, name, email, text }, 'demonstration');
  }
}
