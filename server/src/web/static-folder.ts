import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** Where the client's build lies, beside the server's. */
export const clientDist = resolve(dirname(fileURLToPath(import.meta.url)), '../../../../client/dist');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
/** Already compressed by their own format. */
const dense = new Set(['.woff2']);

/** A name that carries the hash of its content never changes its content. */
const HASHED = /[-.](?=[a-z_-]*[A-Z0-9])[\w-]{8}\.(js|css|woff2)$/;
const YEAR = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

export interface StaticFile {
  readonly type: string;
  readonly body: Buffer;
  /** Absent where it would not be smaller. */
  readonly zipped: Buffer | undefined;
  readonly etag: string;
  readonly cache: string;
}

const zip = promisify(gzip);

/**
 * The files of one built folder, listed at start: what is not on the list is not served, whatever the address says.
 * Each is read once and kept; a compressed neighbour made by the build is taken as it is.
 */
export class StaticFolder {
  private readonly paths = new Map<string, string>();
  private readonly read = new Map<string, Promise<StaticFile>>();

  /** `changing`: files are listed and read anew each time, while they are being worked on. */
  constructor(
    private readonly folder: string,
    private readonly changing = false,
  ) {
    this.list();
  }

  private list(): void {
    const { folder } = this;
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      const type = types[extname(name)];
      if (type && statSync(path).isFile()) this.paths.set(name.split(sep).join('/'), path);
    }
  }

  /** Undefined where the folder has no such file. */
  get(name: string): Promise<StaticFile> | undefined {
    if (this.changing) this.list();
    const path = this.paths.get(name);
    if (path === undefined) return undefined;
    if (this.changing) return existsSync(path) ? load(path, name) : undefined;
    let file = this.read.get(name);
    if (!file) {
      file = load(path, name);
      this.read.set(name, file);
    }
    return file;
  }
}

/** The last that was made of a file, which thousands ask for before it changes. */
const made = new WeakMap<StaticFile, { readonly words: string; readonly file: Promise<StaticFile> }>();

/** The same file with words where a string literal stands for them. */
export function withWords(file: StaticFile, place: RegExp, words: string): Promise<StaticFile> {
  const before = made.get(file);
  if (before?.words === words) return before.file;
  const body = Buffer.from(file.body.toString('utf8').replace(place, () => JSON.stringify(words)));
  const renewed = zip(body, { level: constants.Z_BEST_COMPRESSION }).then((zipped) => ({
    ...file,
    ...{ body, zipped: zipped.length < body.length ? zipped : undefined, etag: etagOf(body) },
  }));
  made.set(file, { words, file: renewed });
  return renewed;
}

const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;

async function load(path: string, name: string): Promise<StaticFile> {
  const body = await readFile(path);
  const ready = `${path}.gz`;
  const zipped = existsSync(ready)
    ? await readFile(ready)
    : dense.has(extname(path))
      ? undefined
      : await zip(body, { level: constants.Z_BEST_COMPRESSION });
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    body,
    zipped: zipped && zipped.length < body.length ? zipped : undefined,
    etag: etagOf(body),
    cache: HASHED.test(name) ? YEAR : ASK_AGAIN,
  };
}

/** Sends a file as this client can take it, or says that it has it already. */
export function send(request: Request, response: Response, file: StaticFile): void {
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? file.zipped : undefined;
  response.setHeader('Cache-Control', file.cache);
  response.setHeader('ETag', file.etag);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (file.zipped) response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const bytes = zipped ?? file.body;
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Type', file.type);
  response.setHeader('Content-Length', bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** True for the two verbs that ask for a file. */
export const asksForFile = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';
