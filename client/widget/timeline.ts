import type { Entry } from '@candour/shared/conversations.js';

/**
 * A conversation's entries, applied strictly by `seq`: never a gap, a double or a change of order.
 * `heard` is called once for each entry that became part of the conversation, in order.
 */
export class Timeline {
  private readonly bySeq = new Map<number, Entry>();
  private floorSeq = 0;
  private headSeq = 0;

  constructor(
    private readonly heard: (entry: Entry) => void,
    private readonly altered: (entry: Entry) => void,
  ) {}

  /** Number of the newest entry applied. */
  get head(): number {
    return this.headSeq;
  }
  /** Number before the oldest entry known; 0 when the beginning is known. */
  get floor(): number {
    return this.floorSeq;
  }
  get(seq: number): Entry | undefined {
    return this.bySeq.get(seq);
  }

  /** All that is known, oldest first. */
  *all(): Generator<Entry> {
    for (let seq = this.floorSeq + 1; seq <= this.headSeq; seq++) {
      const entry = this.bySeq.get(seq);
      if (entry) yield entry;
    }
  }

  /** Starts after `seq`, where an old conversation is shown from its newest entries on. */
  begin(seq: number): void {
    this.bySeq.clear();
    this.floorSeq = this.headSeq = seq;
  }

  /** `gap`: nothing was applied; the caller asks for what came since `head`. */
  apply(entry: Entry): 'applied' | 'known' | 'gap' {
    if (entry.seq <= this.headSeq) return 'known';
    if (entry.seq > this.headSeq + 1) return 'gap';
    this.headSeq = entry.seq;
    this.bySeq.set(entry.seq, entry);
    this.alter(entry);
    this.heard(entry);
    return 'applied';
  }

  /** Takes in entries that precede `floor`, oldest first, whole up to it; anything else is refused. */
  prepend(entries: readonly Entry[]): boolean {
    const fits = entries.every((entry, i) => entry.seq === this.floorSeq - entries.length + 1 + i);
    if (!fits || !entries.length) return false;
    for (const entry of entries) this.bySeq.set(entry.seq, entry);
    this.floorSeq -= entries.length;
    return true;
  }

  /** A mask or removal changes how earlier entries read from now on. */
  private alter({ kind, targets }: Entry): void {
    if (kind !== 'mask' && kind !== 'removal') return;
    for (const { seq, text, masks } of targets ?? []) {
      const target = this.bySeq.get(seq);
      if (!target) continue;
      if (kind === 'removal') {
        target.kind = 'removal';
        delete target.text;
        delete target.masks;
      } else {
        if (text !== undefined) target.text = text;
        if (masks) target.masks = masks;
      }
      this.altered(target);
    }
  }
}
