import type { Entry } from '@candour/shared/conversations.js';

/** One screen of the chat. `sync` brings it up to what the session knows. */
export interface Screen {
  node: HTMLElement;
  sync(): void;
  focus(): void;
  heard?(entry: Entry): void;
  altered?(entry: Entry): void;
}
