/** An automation was written, changed, switched or put into another order. */
export class AutomationsChanged {
  constructor(readonly at: number) {}
}
