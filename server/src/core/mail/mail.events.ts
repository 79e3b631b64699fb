/** A mail waits in the outbox. */
export class MailQueued {
  constructor(readonly id: string) {}
}
