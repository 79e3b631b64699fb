/** A visitor turned out to be an identified customer: what was the visitor's is the customer's. */
export class CustomerMerged {
  constructor(
    readonly from: string,
    readonly to: string,
  ) {}
}
