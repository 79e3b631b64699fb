import type { Namespace } from 'socket.io';

type Listeners<E> = { [Name in keyof E]: (...parameters: never[]) => void };

/** Tells an event to whoever it stands for. */
export interface Told<E extends Listeners<E>> {
  emit<Name extends keyof E>(event: Name, ...parameters: Parameters<E[Name]>): boolean;
}

/** Those who show a room. */
export class Audience<E extends Listeners<E>> {
  /** @param alone whether this node is the only one; several share their rooms, and an empty room here says nothing. */
  constructor(
    private readonly namespace: Namespace<Record<string, never>, E>,
    private readonly alone: boolean,
  ) {}

  /** Whether anybody shows it, as far as this node can know. */
  shows(room: string): boolean {
    return !this.alone || this.namespace.adapter.rooms.has(room);
  }

  /** All of them but the sender; undefined where nobody is left, so that nothing is encoded for nobody. */
  of(room: string, sender?: string): Told<E> | undefined {
    if (this.alone) {
      const members = this.namespace.adapter.rooms.get(room);
      const others = (members?.size ?? 0) - (sender !== undefined && members?.has(sender) ? 1 : 0);
      if (!members || others === 0) return undefined;
      // A single reader, as most messages have, is told without the detour over the room.
      if (others === 1) {
        for (const id of members) if (id !== sender) return this.namespace.sockets.get(id) as Told<E> | undefined;
      }
    }
    const to = this.namespace.to(room);
    return (sender === undefined ? to : to.except(sender)) as unknown as Told<E>;
  }
}
