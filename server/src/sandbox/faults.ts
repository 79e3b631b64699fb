/** What a provider may do to those who ask it. `before` and `after`: its effect. */
export const faultModes = [
  'timeout-before',
  'timeout-after',
  '500-before',
  '500-after',
  '429',
  'declined',
  'pending',
  'pending-fails',
  'requires-action',
  'late-failure',
  'duplicate-webhook',
  'reordered-webhooks',
  'forged-webhook',
] as const;
export type FaultMode = (typeof faultModes)[number];

export const isFaultMode = (word: unknown): word is FaultMode => (faultModes as readonly unknown[]).includes(word);

/** Which fault the next ask meets: those that were ordered, one after the other. */
export class Faults {
  private ordered: FaultMode[] = [];

  order(modes: readonly FaultMode[]): void {
    this.ordered.push(...modes);
  }

  clear(): void {
    this.ordered = [];
  }

  next(): FaultMode | undefined {
    return this.ordered.shift();
  }
}
