import { Refused } from '@candour/shared/errors.js';
import type { WithdrawalForm, WithdrawalTaken } from '@candour/shared/own-returns.js';
import { Injectable } from '@nestjs/common';
import { withdrawalReceipt, withdrawalWords } from '../core/mail/templates/returns.js';
import { FormsService } from '../contact/forms.service.js';
import { ReturnProofs } from './own-returns.service.js';
import { ReturnBooks, ReturnSurroundings } from './return-surroundings.js';

/**
 * The statutory withdrawal, declared without an account. It is a ticket whatever is known of its order, and its receipt
 * goes out at once: it repeats what was declared, and when (Directive 2011/83/EU Art. 11a(4)).
 */
@Injectable()
export class WithdrawalsService {
  constructor(
    private readonly core: ReturnSurroundings,
    private readonly books: ReturnBooks,
    private readonly forms: FormsService,
    private readonly proofs: ReturnProofs,
  ) {}

  /** A form that is sent again is answered like the first. @throws Refused `policy-not-accepted`, `too-many-requests`. */
  async declare(form: WithdrawalForm, address: string): Promise<WithdrawalTaken> {
    const { formId, language, policyVersion, name, email, orderNumber, goods } = form;
    const declaration = this.core.masked(withdrawalWords(language, { order: orderNumber, goods, name }));
    const contact = { name, email, orderNumber, text: declaration };
    const { number } = await this.forms.take(
      { formId, topic: 'returns', language, policyVersion, ...contact },
      address,
    );
    const record = await this.core.database.read((em) => this.books.units.byNumber(em, number));
    if (!record) throw new Refused('unavailable');
    const at = record.createdAt;
    const written = withdrawalReceipt(language, {
      ...{ at: new Date(at).toISOString().slice(0, 16).replace('T', ' '), number, declaration },
      sender: this.proofs.sender,
    });
    const version = this.core.policy.version();
    const to = { ownerId: record.customerId, to: email, policyVersion: version };
    const mail = await this.proofs.outbox.prepare({ ...written, ...to });
    await this.core.database.write((tx) => this.proofs.outbox.queue(tx, mail));
    return { number, at };
  }
}
