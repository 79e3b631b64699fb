const markup =
  /^\s*<(\?xml|!doctype|!--|html|head|body|svg|script|math)|<script|<svg[\s>]|<(iframe|object|embed)[\s>]/i;

/** A page or a drawing that a browser would run. */
export const isMarkup = (text: string): boolean => markup.test(text.replaceAll('\0', ''));

/** Control characters that stand in no text. */
const control = /(?![\t\n\v\f\r])\p{Cc}/u;

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
