import { FILE_NAME_MAX, fileTypes, type FileType } from '@candour/shared/file-types.js';

/** Extensions that mean the same as that of the type. */
const alike: Partial<Record<FileType, readonly string[]>> = {
  'image/jpeg': ['jpeg', 'jpe', 'jfif'],
  'text/plain': ['text', 'csv', 'log', 'md'],
  'video/mp4': ['m4v'],
  'video/quicktime': ['qt'],
};
/** Names that Windows takes for devices, whatever follows the first dot. */
const devices = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)$/i;
/** What directs a terminal, a line or the order of reading, what is no character at all, and private ones. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const forbidden = /["*:<>?|]/g;

/**
 * A name that is safe to show and to save, on every system: no path, nothing that hides or turns what is read, and
 * the extension of what the file is. Empty ones are called `file`.
 */
export function cleanName(given: string, type: FileType): string {
  const { extension } = fileTypes[type];
  const last = given.normalize('NFC').toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll('\uFFFD', '').replace(/\s+/g, ' ').replace(unseen, '').replace(forbidden, '_');
  const trimmed = plain.replace(/^[\s.]+|[\s.]+$/g, '');
  const dot = trimmed.lastIndexOf('.');
  const ending = dot < 0 ? '' : trimmed.slice(dot + 1).toLowerCase();
  const fits = ending === extension || (alike[type]?.includes(ending) ?? false);
  const stem = (fits ? trimmed.slice(0, dot) : trimmed).replace(/[\s.]+$/, '') || 'file';
  const kept = fits ? ending : extension;
  const named = devices.test(stem.split('.')[0]!.trim()) ? `_${stem}` : stem;
  return `${shortened(named, FILE_NAME_MAX - kept.length - 1)}.${kept}`;
}

/** Between characters, never within one. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.trimEnd();
}
