import type { Attachment } from '@candour/shared/attachments.js';
import type { ChatStart } from '@candour/shared/live.js';

/** A message on its way: kept until the server has acknowledged it, sent again with the same `clientId`. */
export interface Unsent {
  clientId: string;
  /** Absent while the conversation's start is not yet answered. */
  conversationId?: string;
  text: string;
  /** Files that are at the desk already. */
  files?: Attachment[];
  at: number;
  /** Refused for good, with the refusal's code; waits for the person to discard it. */
  failed?: string;
  /** The text lost a long number on its way to the storage; only the page that wrote it sends it. */
  cut?: true;
}

/** All that the chat keeps in this browser. The visitor's token stands in place of a cookie. */
export interface Kept {
  token?: string;
  language?: string;
  draft?: string;
  /** A start not yet answered. */
  start?: ChatStart;
  unsent?: Unsent[];
  /** Number of the newest entry that was on the screen. */
  seen?: number;
}

const KEY = 'candour';
/** Digits in groups, with at most three marks between two of them. */
const run = /\p{Nd}+(?:[^\p{L}\p{Nd}]{1,3}\p{Nd}+)*/gu;
const butLastFour = /\p{Nd}(?=(?:\P{Nd}*\p{Nd}){4})/gu;

/** Any groups side by side may be a card number: an expiry date or a security code often stands right behind it. */
function hidden(text: string): string {
  return text.replace(run, (digits) => {
    const groups = [...digits.matchAll(/\p{Nd}+/gu)];
    let safe = '';
    let done = 0;
    for (let from = 0; from < groups.length; from++) {
      let joined = '';
      for (let to = from; to < groups.length && joined.length < 19; to++) {
        joined += groups[to]![0];
        if (!mayBeCard(joined)) continue;
        const end = groups[to]!.index + groups[to]![0].length;
        safe += digits.slice(done, groups[from]!.index);
        safe += digits.slice(groups[from]!.index, end).replace(butLastFour, '•');
        done = end;
        from = to;
        break;
      }
    }
    return safe + digits.slice(done);
  });
}

/** 13 to 19 digits of an issuer's, by Luhn's sum; digits of other scripts are not counted, and may be one. */
function mayBeCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  if (/[^0-9]/.test(digits)) return true;
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const one = Number(digit) * (i % 2 ? 2 : 1);
    return all + (one > 9 ? one - 9 : one);
  }, 0);
  return sum % 10 === 0 && /^[2-6]/.test(digits);
}

type Text = Pick<Unsent, 'clientId' | 'text' | 'cut'>;

/** The same with each text that the person wrote replaced; `place` tells the texts apart. */
function rewritten(kept: Kept, by: (place: string, text: string) => string): Kept {
  const message = <T extends Text>(one: T): T => {
    const text = by(one.clientId, one.text);
    if (text === one.text) return one;
    const { cut, ...rest } = { ...one, text };
    // Cut on the way in, whole again on the way out.
    return (cut ? rest : { ...rest, cut: true }) as T;
  };
  return {
    ...kept,
    ...(kept.draft && { draft: by('', kept.draft) }),
    ...(kept.start && { start: { ...kept.start, message: message(kept.start.message) } }),
    ...(kept.unsent && { unsent: kept.unsent.map(message) }),
  };
}

/** What an earlier page wrote and did not send: its author sees that the number is not there any more. */
function backIntoDraft(kept: Kept, texts: readonly string[]): void {
  kept.draft = [...texts, ...(kept.draft ? [kept.draft] : [])].join('\n');
  kept.unsent = kept.unsent?.filter(({ cut }) => !cut);
  if ((kept.start?.message as Text | undefined)?.cut) delete kept.start;
}

/**
 * The iframe's storage, read anew for each change so that two tabs do not overwrite each other.
 * Where a browser refuses storage, the same lives in memory until the page is left. So do long numbers, of which
 * storage gets no more than the last four digits: whoever has the device can read it.
 */
export class Memory {
  private own: Kept = {};
  /** Texts of this page with a long number, by place. */
  private whole = new Map<string, string>();

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined) {
    const { start, unsent } = this.kept;
    const written: Text[] = [...(start ? [start.message] : []), ...(unsent ?? [])];
    const cut = written.filter((one) => one.cut).map(({ text }) => text);
    if (cut.length > 0) this.change((kept) => backIntoDraft(kept, cut));
  }

  get kept(): Kept {
    try {
      const text = this.storage?.getItem(KEY);
      if (text !== undefined) this.own = text ? this.revealed(JSON.parse(text) as Kept) : {};
    } catch {
      // Unreadable or refused: what this page knows goes on.
    }
    return this.own;
  }

  change(change: (kept: Kept) => void): void {
    const kept = this.kept;
    change(kept);
    this.own = kept;
    this.whole.clear();
    const stored = rewritten(kept, (place, text) => {
      const safe = hidden(text);
      if (safe !== text) this.whole.set(place, text);
      return safe;
    });
    try {
      this.storage?.setItem(KEY, JSON.stringify(stored));
    } catch {
      // Full or refused: kept in memory, see above.
    }
  }

  private revealed(kept: Kept): Kept {
    return rewritten(kept, (place, text) => {
      const whole = this.whole.get(place);
      return whole !== undefined && hidden(whole) === text ? whole : text;
    });
  }

  /** Signs out: nothing of the conversation stays in this browser; the chosen language does. */
  forget(): void {
    const { language } = this.kept;
    this.own = {};
    this.whole.clear();
    try {
      this.storage?.removeItem(KEY);
    } catch {
      // Nothing was kept then.
    }
    if (language) this.change((kept) => (kept.language = language));
  }

  /** True for the event by which another tab's change arrives. */
  static concerns(event: StorageEvent): boolean {
    return event.key === KEY || event.key === null;
  }
}

/** The iframe's `localStorage`, or nothing where the browser refuses it to a frame of another site. */
export function frameStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** `bytes` random bytes in base64url: for `startId` (24). */
export function randomId(bytes: number): string {
  const raw = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes)));
  return btoa(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Begins with the time, so that the log's index of messages grows at one end. */
export const messageId = (): string => Date.now().toString(36) + randomId(12);
