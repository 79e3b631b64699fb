/** The notices of a member of staff changed. */
export class NoticesChanged {
  constructor(readonly staffId: string) {}
}
