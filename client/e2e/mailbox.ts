import { SMTPServer } from 'smtp-server';

/** Everybody's mailbox, on loopback. */
export class Mailbox {
  private readonly mails: { readonly to: string; readonly raw: string }[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        for (const { address } of envelope.rcptTo) this.mails.push({ to: address, raw });
        done();
      });
    },
  });

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mailbox does not listen.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The codes that reached an address, oldest first. */
  codesOf(to: string): string[] {
    // Where a sentence ends: headers and boundaries are full of figures.
    return this.mails.flatMap((mail) => (mail.to === to ? (/ (\d{6})\./.exec(mail.raw)?.slice(1) ?? []) : []));
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
