import * as z from 'zod';
import { fileKinds, fileTypes, type FileType } from './file-types.js';
import { Id } from './ids.js';

/** A file of a message, as its readers see it. */
export const Attachment = z.object({
  id: Id,
  /** Cleaned; never a path. */
  name: z.string(),
  type: z.enum(Object.keys(fileTypes) as [FileType, ...FileType[]]),
  kind: z.enum(fileKinds),
  /** Bytes, as stored. */
  size: z.int(),
  /** Pixels, of pictures. */
  width: z.int().optional(),
  height: z.int().optional(),
  /** There is a small picture of it. */
  preview: z.boolean(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Goes with an upload, whose body is the file itself (`application/octet-stream`). */
export const UploadAsk = z.strictObject({
  /** As the sender's device calls it; cleaned before it is kept. */
  name: z.string().max(1000),
});
export type UploadAsk = z.infer<typeof UploadAsk>;
