import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** A bare Socket.IO relay: nothing is stored. What the transport alone can do on this machine. */
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
let seq = 0;
io.on('connection', (socket) => {
  const conversation = String(socket.handshake.auth['conversation']);
  void socket.join(conversation);
  socket.on('message:send', (ask: { clientId: string; text: string }, ack: (answer: unknown) => void) => {
    const entry = {
      seq: ++seq,
      id: ask.clientId,
      kind: 'message',
      at: Date.now(),
      clientId: ask.clientId,
      text: ask.text,
    };
    ack({ ok: { id: entry.id, seq: entry.seq, at: entry.at } });
    socket.to(conversation).emit('entry', conversation, entry);
  });
});
http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port }));
process.on('disconnect', () => process.exit());
