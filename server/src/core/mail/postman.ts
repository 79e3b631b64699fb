import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Refused } from '@candour/shared/errors.js';
import { CONFIG, type Config } from '../config/config.js';
import { EgressGate } from '../egress.js';
import type { MailRecord } from './mail.entity.js';
import type { OpenMail } from './sealed-mail.js';

/** Longest time without a sign of life from the mail server, in milliseconds. */
const SILENCE = 20_000;
const RECIPIENT = 'mail server';
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Hands mails to the mail server of `SMTP_URL`, through the egress gate. */
@Injectable()
export class Postman {
  private readonly transport: Transporter | undefined;
  private readonly host: string = '';

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(EgressGate) private readonly gate: EgressGate,
  ) {
    if (config.smtpUrl === undefined) return;
    const url = new URL(config.smtpUrl);
    this.host = url.host;
    gate.allow({ name: RECIPIENT, category: 3, host: url.host, purposes: ['P1', 'P2', 'P4'], data: ['C1'] });
    this.transport = createTransport({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      secure: url.protocol === 'smtps:',
      // Mail to a server elsewhere goes through TLS or not at all (policy R13).
      requireTLS: !loopback.has(url.hostname),
      ...(url.username === ''
        ? {}
        : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      connectionTimeout: SILENCE,
      greetingTimeout: SILENCE,
      socketTimeout: SILENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  get working(): boolean {
    return this.transport !== undefined;
  }

  /**
   * The Message-ID is the row's: a mail sent again after a crash is the same one to whoever gets it twice.
   * @throws Refused `egress-denied`, or what the mail client says.
   */
  async send(row: MailRecord, mail: OpenMail): Promise<void> {
    this.gate.require({ recipient: RECIPIENT, host: this.host, purpose: row.purpose, data: [row.category] });
    if (!this.transport) throw new Refused('unavailable');
    await this.transport.sendMail({
      from: this.config.mailFrom,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      messageId: `<${row.id}@${senderDomain(this.config.mailFrom)}>`,
      date: new Date(row.createdAt),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }
}

const senderDomain = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'candour.invalid';
