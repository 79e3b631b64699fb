/** Why a session ended, as `session:ended` tells it to the console. */
export type SessionEnd = 'signed-out' | 'disabled' | 'idle';

/** A session is over: whoever holds a socket for it closes it. */
export class SessionEnded {
  constructor(
    readonly sessionId: string,
    readonly staffId: string,
    readonly code: SessionEnd,
  ) {}
}

/** A member of staff was disabled or came back, or has another name, role or skills. */
export class StaffChanged {
  constructor(readonly staffId: string) {}
}
