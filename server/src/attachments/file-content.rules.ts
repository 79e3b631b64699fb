import type { FileType } from '@candour/shared/attachments.js';
import { fileTypeFromBuffer } from 'file-type';

/** Bytes of a file that tell its type. */
export const HEAD = 4100;

/** `zip` may be an office document: its table of contents says. */
export type Found = FileType | 'zip';

const byContent: Readonly<Record<string, FileType>> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/apng': 'image/png',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'application/pdf': 'application/pdf',
  'video/mp4': 'video/mp4',
  'video/x-m4v': 'video/mp4',
  'video/quicktime': 'video/quicktime',
};

/** What a file is by its first bytes, whatever it is called; undefined for what may not be attached. */
export async function contentOf(head: Buffer): Promise<Found | undefined> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'zip';
  const found = await fileTypeFromBuffer(head);
  if (found) return byContent[found.mime];
  // A text has no mark: it is read whole, and refused where it is none.
  return isMarkup(head.toString('latin1')) ? undefined : 'text/plain';
}

const markup =
  /^\s*<(\?xml|!doctype|!--|html|head|body|svg|script|math)|<script|<svg[\s>]|<(iframe|object|embed)[\s>]/i;

/** A page or a drawing that a browser would run. */
export const isMarkup = (text: string): boolean => markup.test(text.replaceAll('\0', ''));

/** Control characters that stand in no text. */
const control = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/;

/** The words of a text file in whatever it is written; undefined where it is none. */
export function wordsOf(bytes: Buffer): string | undefined {
  const [first, second] = bytes;
  const encodings =
    first === 0xff && second === 0xfe
      ? ['utf-16le']
      : first === 0xfe && second === 0xff
        ? ['utf-16be']
        : ['utf-8', 'windows-1252'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return control.test(text) ? undefined : text;
    } catch {
      // The next one.
    }
  }
  return undefined;
}
