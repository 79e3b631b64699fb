import type { FileType } from '@candour/shared/file-types.js';
import { fileTypeFromBuffer } from 'file-type';
import { isMarkup } from './file-content.rules.js';

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
