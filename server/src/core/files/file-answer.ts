import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Bytes } from './sealed-chunks.js';

/** A part of a file: bytes `[start, end)`, or the last so many. */
export type Part = { readonly start: number; readonly end?: number } | { readonly last: number };

/** A file on its way out. */
export interface Download {
  readonly name: string;
  readonly type: string;
  /** Of the whole file, in bytes. */
  readonly size: number;
  readonly start: number;
  readonly end: number;
  readonly content: Bytes;
}

/** One range of bytes (RFC 9110, 14.2); anything else is answered with the whole. */
export function partOf(request: Request): Part | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(request.get('range') ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') return { last: Number(last) };
  return { start: Number(first), ...(last === '' ? {} : { end: Number(last) + 1 }) };
}

/**
 * A file as an answer: to be saved, not shown as a page; never guessed at, never framed, without a script, in no
 * cache. A picture or a video that a page of the desk embeds is shown there all the same.
 */
export function fileAnswer(response: Response, download: Download): StreamableFile {
  const { name, type, size, start, end, content } = download;
  response.attachment(name);
  response.set({
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Length': String(end - start),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
  });
  if (end - start < size) {
    response.status(206);
    response.set('Content-Range', `bytes ${start}-${end - 1}/${size}`);
  }
  const file = new StreamableFile(Readable.from(content, { objectMode: false }));
  // Too late for an answer: a file that was changed must not look complete.
  file.setErrorHandler(() => void response.destroy());
  return file;
}
