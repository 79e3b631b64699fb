/**
 * What the loader (on the shop's page) and the chat (in the desk's iframe) say to each other by `postMessage`.
 * Both ends check the other's origin and window, and neither obeys a message of any other shape.
 */
export type ToChat =
  | { type: 'shown'; shown: boolean; focus: boolean }
  | { type: 'token'; token: string | null }
  | { type: 'forget' }
  | { type: 'topic'; topic: string };

export type ToLoader =
  /** The chat listens; the loader says what it missed. */
  | { type: 'ready' }
  | { type: 'close' }
  | { type: 'unread'; count: number }
  /** A conversation is under way: the next page of the shop loads the chat without being asked. */
  | { type: 'live'; live: boolean }
  | { type: 'token-wanted' };

/** What the loader writes in the fragment of the iframe's address; a fragment is never sent to a server. */
export interface Opening {
  /** Origin of the shop's page. */
  o: string;
  /** Language. */
  l: string;
  /** Colour, six hexadecimal digits. */
  c: string;
  /** Light or dark. */
  s: string;
  /** `1`: the shop can say who the customer is. */
  i: string;
  /** `1`: loaded again after a navigation, the panel is closed. */
  m: string;
  /** `1`: forget this browser before anything else. */
  f: string;
  /** Topic that the form opens with; only the help centre says it here. */
  t?: string;
}

/** Reads one message of the other side; anything of another shape is nothing. */
export function unwrap<T extends { type: string }>(data: unknown): T | undefined {
  const inner = (data as { candour?: T } | null)?.candour;
  return typeof inner?.type === 'string' ? inner : undefined;
}
