import type { ChatHello, ChatStarted, Answer } from '@candour/shared/live.js';
import { io } from 'socket.io-client';

/** A conversation begun by a customer, as the widget begins it. */
export interface Begun {
  readonly token: string;
  readonly conversationId: string;
}

/** Begins `count` conversations over one socket each, a few at a time. */
export async function beginConversations(url: string, count: number): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (let i = 0; i < count; i += 25) {
    begun.push(...(await Promise.all(Array.from({ length: Math.min(25, count - i) }, (_, n) => begin(url, i + n)))));
  }
  return begun;
}

async function begin(url: string, n: number): Promise<Begun> {
  const socket = io(`${url}/chat`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: url },
    auth: { language: 'en' },
  });
  try {
    const hello = okOf((await socket.emitWithAck('chat:hello', {})) as Answer<ChatHello>);
    const startId = `bench-start-${process.pid}-${Date.now()}-${n}`.padEnd(22, '0');
    const started = okOf(
      (await socket.emitWithAck('chat:start', {
        startId,
        topic: 'orders',
        language: 'en',
        policyVersion: hello.policy.id,
        message: { clientId: `first-${startId}`.slice(0, 64), text: 'Where is my order?' },
      })) as Answer<ChatStarted>,
    );
    return { token: started.token, conversationId: started.conversation.id };
  } finally {
    socket.disconnect();
  }
}

export function okOf<T>(answer: Answer<T>): T {
  if ('problem' in answer) throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
  return answer.ok;
}
