import type { Answer, ChatHello, ChatStarted } from '@candour/shared/live.js';
import { newId } from '@candour/shared/ids.js';
import type { Language, Topic } from '@candour/shared/words.js';
import { io, type Socket } from 'socket.io-client';
import type { DeskProcess } from '../../../bench/support/desk-process.js';

export interface Chat {
  readonly language: Language;
  readonly topic: Topic;
}

/** Connects a customer for each chat, a few at a time, and then begins all chats at once. Answers their ids. */
export async function beginAtOnce(nodes: readonly DeskProcess[], chats: readonly Chat[]): Promise<string[]> {
  const sockets: Socket[] = [];
  try {
    for (let i = 0; i < chats.length; i += 50) {
      const some = chats.slice(i, i + 50).map((_, n) => connected(nodes[(i + n) % nodes.length]!.url));
      sockets.push(...(await Promise.all(some)));
    }
    const hello = okOf((await sockets[0]!.emitWithAck('chat:hello', {})) as Answer<ChatHello>);
    return await Promise.all(chats.map((chat, i) => begin(sockets[i]!, hello.policy.id, chat)));
  } finally {
    for (const socket of sockets) socket.disconnect();
  }
}

function connected(url: string): Promise<Socket> {
  const socket = io(`${url}/chat`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: url },
    auth: { language: 'en' },
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

/** As the widget does: until it is answered, the same start is asked again. */
async function begin(socket: Socket, policyVersion: string, chat: Chat): Promise<string> {
  const startId = `faults-${newId()}`;
  const ask = {
    ...chat,
    startId,
    policyVersion,
    message: { clientId: `first-${newId()}`, text: 'Where is my order?' },
  };
  for (;;) {
    const answer = (await socket.emitWithAck('chat:start', ask)) as Answer<ChatStarted>;
    if ('ok' in answer) return answer.ok.conversation.id;
    if (answer.problem.code !== 'unavailable') throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
    await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
  }
}

function okOf<T>(answer: Answer<T>): T {
  if ('problem' in answer) throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
  return answer.ok;
}
