import { AsyncLocalStorage } from 'node:async_hooks';
import { newId } from '@candour/shared/ids.js';

interface RequestContext {
  readonly trace: string;
  /** Id of the actor, once known. */
  actor?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `fn` as one request: its trace id stands in every log line and problem. */
export const inRequest = <T>(fn: () => T, trace: string = newId()): T => storage.run({ trace }, fn);

/** Runs `fn` outside of every request: what serves many at once is not done in the name of whoever woke it. */
export const outsideRequests: <T>(fn: () => T) => T = AsyncLocalStorage.snapshot();

export const traceId = (): string | undefined => storage.getStore()?.trace;
export const actorId = (): string | undefined => storage.getStore()?.actor;

export function setRequestActor(id: string): void {
  const context = storage.getStore();
  if (context) context.actor = id;
}
