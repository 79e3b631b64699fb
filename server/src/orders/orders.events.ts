/** Orders of these customers came in or changed. */
export class OrdersChanged {
  constructor(readonly customerIds: readonly string[]) {}
}
