import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: string;
  /** Headers and body as they came. */
  readonly raw: string;
  readonly messageId: string;
}

/** A mail server on loopback. */
export class TestMailServer {
  readonly received: ReceivedMail[] = [];
  /** Replies to recipients, used up one by one: an SMTP status such as 451. */
  readonly refusals: number[] = [];
  private server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: (_address, _session, done) => {
        const status = this.refusals.shift();
        if (status === undefined) done();
        else done(Object.assign(new Error('No mail for you today'), { responseCode: status }));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8');
          const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
          this.received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw, messageId });
          done();
        });
      },
    });
  }

  static async start(): Promise<TestMailServer> {
    const test = new TestMailServer();
    await new Promise<void>((resolve) => test.server.listen(0, '127.0.0.1', resolve));
    return test;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mail server does not listen.');
    return `smtp://127.0.0.1:${address.port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
