import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { paths, root } from './paths.mjs';

const PASSED_ON = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/** The environment for the workspace's own tools: its binaries, the bundled Node among them, come first. */
export function toolEnv(extra = {}) {
  return { ...process.env, PATH: [paths.bin, hostPath()].join(delimiter), ...extra };
}

/** PATH without the binaries of any node_modules: the host's own npm and node. */
export function hostPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !/node_modules[\\/]\.bin[\\/]?$/.test(entry) && !entry.includes('node-gyp-bin'))
    .join(delimiter);
}

/**
 * Runs a program to its end and answers { code, output }; output is '' unless `quiet`.
 * Signals that reach this process are passed on, so that nothing stays behind.
 */
export function run(file, args, { cwd = root, env = toolEnv(), quiet = false, stdin = 'ignore', onMessage } = {}) {
  return new Promise((resolve, reject) => {
    const out = quiet ? 'pipe' : 'inherit';
    const child = spawn(file, args, { cwd, env, stdio: [stdin, out, out, ...(onMessage ? ['ipc'] : [])] });
    const stop = passSignalsTo(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    if (onMessage) child.on('message', onMessage);
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stop();
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** Passes signals on to a child. A terminal sends Ctrl-C to the whole group itself: not sent twice. */
export function passSignalsTo(child) {
  const pass = (signal) => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of PASSED_ON) process.on(signal, pass);
  return () => {
    for (const signal of PASSED_ON) process.off(signal, pass);
  };
}

/**
 * Becomes the program: by execve where Node has it, so that no wrapper stays between npm and the server;
 * else as a child whose end, exit code and signals are this process's own.
 */
export async function become(file, args, { cwd = root, env = toolEnv() } = {}) {
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.chdir(cwd);
    process.removeAllListeners('warning');
    process.execve(file, [file, ...args], env);
  }
  const child = spawn(file, args, { cwd, env, stdio: 'inherit' });
  const stop = passSignalsTo(child);
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (...end) => resolve(end));
  });
  stop();
  if (signal) process.kill(process.pid, signal);
  else process.exit(code);
}
