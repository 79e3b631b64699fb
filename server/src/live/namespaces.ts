import type { ChatEvents, DeskEvents } from '@candour/shared/live.js';
import type { Namespace } from 'socket.io';

export type DeskNamespace = Namespace<Record<string, never>, DeskEvents>;
export type ChatNamespace = Namespace<Record<string, never>, ChatEvents>;
