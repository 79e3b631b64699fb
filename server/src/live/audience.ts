import type { Namespace } from 'socket.io';

/** Whether anybody but the sender is in a room: saves gathering and encoding a message for nobody. */
export type Audience = (room: string, from?: string) => boolean;

/** @param alone whether this node is the only one; several share their rooms, and an empty room here says nothing. */
export function audienceOf(namespace: Namespace, alone: boolean): Audience {
  if (!alone) return () => true;
  const { rooms } = namespace.adapter;
  return (room, from) => {
    const members = rooms.get(room);
    return members !== undefined && (members.size > 1 || from === undefined || !members.has(from));
  };
}
