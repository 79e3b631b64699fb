/** Largest file, in bytes. */
export const FILE_MAX = 25 * 1024 * 1024;
export const FILES_PER_MESSAGE = 10;
/** Longest file name, in UTF-16 code units, extension included. */
export const FILE_NAME_MAX = 120;

/** What a file is to those who see it. */
export const fileKinds = ['image', 'video', 'pdf', 'document', 'text'] as const;
export type FileKind = (typeof fileKinds)[number];

/** What may be attached, by content; the extension follows the content, never the other way round. */
export const fileTypes = {
  'image/jpeg': { kind: 'image', extension: 'jpg' },
  'image/png': { kind: 'image', extension: 'png' },
  'image/webp': { kind: 'image', extension: 'webp' },
  'image/gif': { kind: 'image', extension: 'gif' },
  'application/pdf': { kind: 'pdf', extension: 'pdf' },
  'text/plain': { kind: 'text', extension: 'txt' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'document', extension: 'docx' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'document', extension: 'xlsx' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { kind: 'document', extension: 'pptx' },
  'application/vnd.oasis.opendocument.text': { kind: 'document', extension: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'document', extension: 'ods' },
  'application/vnd.oasis.opendocument.presentation': { kind: 'document', extension: 'odp' },
  'video/mp4': { kind: 'video', extension: 'mp4' },
  'video/quicktime': { kind: 'video', extension: 'mov' },
} as const satisfies Record<string, { kind: FileKind; extension: string }>;
export type FileType = keyof typeof fileTypes;

/** For `<input accept>`. Phones that keep pictures as HEIC hand over a JPEG where HEIC is not asked for. */
export const acceptedFiles: string = [
  ...Object.keys(fileTypes),
  ...Object.values(fileTypes).map(({ extension }) => `.${extension}`),
].join(',');
