/** The business hours were set. */
export class HoursChanged {
  constructor(readonly setAt: number) {}
}
