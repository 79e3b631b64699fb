import type { IncomingMessage, Server } from 'node:http';
import { HOUR, MINUTE } from '@candour/shared/instant.js';

export interface BodyLimits {
  /** In which the body of an ordinary request must have come, in milliseconds. */
  readonly body: number;
  /** The same of a request that `takesLong`: 512 MB at 200 kbit/s. */
  readonly long: number;
  /** How long the sender of a long body may say nothing. */
  readonly silence: number;
}

const LIMITS: BodyLimits = { body: MINUTE, long: 6 * HOUR, silence: 2 * MINUTE };

const deadlines = new WeakMap<IncomingMessage, { readonly timer: NodeJS.Timeout; readonly silence: number }>();

/**
 * Cuts off whoever sends the body of a request drop by drop, with 408. Node has one limit for all requests, which
 * must let the longest upload through; so every request gets a short one of its own, which a route lifts once it
 * knows who sends. To be called when all handlers of the server stand, those of the sockets included.
 */
export function limitBodies(server: Server, { body, long, silence }: BodyLimits = LIMITS): void {
  server.requestTimeout = long;
  server.prependListener('request', (request: IncomingMessage) => {
    const { 'content-length': length = '0', 'transfer-encoding': pieces } = request.headers;
    if (length === '0' && pieces === undefined) return;
    const timer = setTimeout(() => cutOff(request), body);
    deadlines.set(request, { timer, silence });
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
  });
}

/**
 * Lets the body of this request take hours, or so many milliseconds, as long as something comes. Only behind the check
 * of the access.
 */
export function takesLong(request: IncomingMessage, atMost?: number): void {
  const deadline = deadlines.get(request);
  if (!deadline) return;
  clearTimeout(deadline.timer);
  if (atMost !== undefined) {
    const timer = setTimeout(() => cutOff(request), atMost);
    request.once('close', () => clearTimeout(timer));
    request.once('end', () => clearTimeout(timer));
  }
  // Reset by the server when the answer is out.
  request.setTimeout(deadline.silence, () => cutOff(request));
}

function cutOff(request: IncomingMessage): void {
  const { socket } = request;
  if (request.complete || socket.destroyed) return;
  socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  socket.destroySoon();
}
