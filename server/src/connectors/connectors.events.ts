/** Something waits to be told to a shop. A hint: the worker looks from time to time too. */
export class ChangesWait {
  constructor(readonly orderId: string) {}
}
