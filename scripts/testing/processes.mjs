import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A TCP port that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when the program prints what is awaited; rejects with what it said where it ends before. */
export function firstLine(child, stream, awaited) {
  return new Promise((resolve, reject) => {
    const said = [];
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (awaited.test(line)) resolve(line);
    });
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`It ended with ${code}:\n${said.slice(-20).join('\n')}`)));
  });
}

/** Ends the program at the latest with this process, however it ends; answers the way to end it before. */
export function endWithThisProcess(child, after = () => {}) {
  let ended = false;
  const finish = () => {
    if (ended) return;
    ended = true;
    child.kill('SIGKILL');
    after();
  };
  process.on('exit', finish);
  return () =>
    new Promise((resolve) => {
      process.off('exit', finish);
      const done = () => {
        ended = true;
        after();
        resolve();
      };
      if (ended || child.exitCode !== null || child.signalCode !== null) return done();
      child.once('close', done);
      child.kill('SIGINT');
    });
}
