import type { ContactForm, FormTaken, HelpDesk } from '@candour/shared/contact.js';
import { Refused } from '@candour/shared/errors.js';
import { newId } from '@candour/shared/ids.js';
import type { Language } from '@candour/shared/words.js';
import { Injectable } from '@nestjs/common';
import { Limiter } from '../core/http/limiter.js';
import { CustomersService } from '../customers/customers.service.js';
import { HoursService } from '../hours/hours.service.js';
import { PolicyService } from '../policy/policy.service.js';
import { StartingService } from '../conversations/starting.service.js';
import { AnswerMailer } from './answer-mailer.js';
import { rates } from './contact.rules.js';

/** What is written to the desk without a chat becomes a ticket like any other, answered by mail. */
@Injectable()
export class FormsService {
  constructor(
    private readonly starting: StartingService,
    private readonly hours: HoursService,
    private readonly policy: PolicyService,
    private readonly customers: CustomersService,
    private readonly limiter: Limiter,
    private readonly mailer: AnswerMailer,
  ) {}

  async desk(language: Language): Promise<HelpDesk> {
    const opening = (await this.hours.opening()).get(language);
    const { opensAt } = opening ?? {};
    return {
      open: opening?.open ?? false,
      ...(opensAt === undefined ? {} : { opensAt }),
      policyVersion: this.policy.current().id,
    };
  }

  /**
   * Takes a form in; a repeated one is answered like the first. Its address is a claim: nothing but the number is
   * told here, and what was written is read only by the link that is mailed there.
   * @param address the sender's, as rates count it
   * @throws Refused `policy-not-accepted`, `text-empty`, `too-many-requests`.
   */
  async take(form: ContactForm, address: string): Promise<FormTaken> {
    const { formId, topic, language, policyVersion, name, email, orderNumber, text } = form;
    if (policyVersion !== this.policy.current().id) throw new Refused('policy-not-accepted');
    if (text.trim() === '') throw new Refused('text-empty');
    // A form's id and a chat's are kept apart, whoever chose them.
    const startId = `form ${formId}`;
    const before = await this.starting.begun(startId);
    if (before) return { number: before.number };
    this.limiter.take(`form address ${address}`, rates.formAddress);
    this.limiter.take(`form mailbox ${this.customers.emailIndex(email)}`, rates.formMailbox);
    const contact = { email, ...(name ? { name } : {}), ...(orderNumber ? { orderNumber } : {}) };
    const message = { clientId: newId().replaceAll('-', ''), text };
    const { id, number } = await this.starting.start(
      { startId, topic, language, policyVersion, contact, message },
      { visitorId: newId(), channel: 'email', shop: undefined },
    );
    void this.mailer.look(id);
    return { number };
  }
}
