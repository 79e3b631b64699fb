import { FILE_MAX } from '@candour/shared/file-types.js';
import sharp from 'sharp';
import { box, docx, flood, pdf, photo, video, zip } from '../sample-files.js';

const MEGABYTE = 1024 * 1024;
const zeros = Buffer.alloc(40 * MEGABYTE);
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const word = { name: '[Content_Types].xml', content: '<Types/>' };

/** `words` say what it is; `status` and `code` what it is answered with. */
type BadFile = readonly [
  words: string,
  bytes: () => Buffer | Promise<Buffer>,
  name: string,
  status: number,
  code: string,
];
export const badFiles: readonly BadFile[] = [
  ['nothing at all', () => Buffer.alloc(0), 'empty.jpg', 422, 'file-empty'],
  [
    'a program called a photo',
    () => Buffer.from(`MZ${'\0'.repeat(5000)}`, 'latin1'),
    'photo.jpg',
    415,
    'file-type-refused',
  ],
  [
    'a program for Linux',
    () => Buffer.from(`\x7fELF${'\x02'.repeat(5000)}`, 'latin1'),
    'notes.txt',
    415,
    'file-type-refused',
  ],
  ['a drawing with a script', () => Buffer.from(svg), 'drawing.svg', 415, 'file-type-refused'],
  [
    'the same, called a picture',
    () => Buffer.from(`<?xml version="1.0"?>${svg}`),
    'drawing.png',
    415,
    'file-type-refused',
  ],
  [
    'the same behind much space',
    () => Buffer.from(`${' '.repeat(9000)}${svg}`),
    'drawing.txt',
    415,
    'file-type-refused',
  ],
  ['the same in UTF-16', () => Buffer.from(`\ufeff${svg}`, 'utf16le'), 'drawing.txt', 415, 'file-type-refused'],
  ['a page', () => Buffer.from('<!DOCTYPE html><body onload="x()">'), 'page.pdf', 415, 'file-type-refused'],
  [
    'a script in a text',
    () => Buffer.from('Look: <script src=//example.com></script>'),
    'a.txt',
    415,
    'file-type-refused',
  ],
  [
    'noise called a text',
    () => Buffer.from(Array.from({ length: 6000 }, (_, i) => (i * 7919) % 251)),
    'a.txt',
    415,
    'file-type-refused',
  ],
  [
    'a picture of another kind',
    async () =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
        .tiff()
        .toBuffer(),
    'a.jpg',
    415,
    'file-type-refused',
  ],
  ['a zip of anything', () => zip([{ name: 'a.txt', content: 'x' }]), 'a.docx', 415, 'file-type-refused'],
  [
    'a document with macros',
    () => docx({ name: 'word/vbaProject.bin', content: 'x' }),
    'a.docx',
    415,
    'file-type-refused',
  ],
  ['a bomb in a document', () => docx({ name: 'word/media/a.xml', content: zeros }), 'a.docx', 422, 'file-unsafe'],
  [
    'many small bombs',
    () => docx(...Array.from({ length: 9 }, (_, i) => ({ name: `${i}`, content: 'x', saysUnpacked: 40 * MEGABYTE }))),
    'a.docx',
    422,
    'file-unsafe',
  ],
  [
    'parts that lie upon each other',
    () => zip([word, { name: 'word/document.xml', content: 'x'.repeat(500) }, { name: 'b', content: 'x', saysAt: 60 }]),
    'a.docx',
    422,
    'file-unsafe',
  ],
  ['a part beyond the end', () => docx({ name: 'b', content: 'x', saysAt: 4_000_000 }), 'a.docx', 422, 'file-unsafe'],
  [
    'too many parts',
    () => zip([word, ...Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: '', plain: true }))]),
    'a.docx',
    422,
    'file-unsafe',
  ],
  ['half a document', () => docx().subarray(0, 90), 'a.docx', 422, 'file-unreadable'],
  ['a flood of pixels', () => flood(60_000, 60_000), 'a.png', 413, 'picture-too-large'],
  ['a strip of pixels', () => flood(100_000_000, 1), 'a.png', 413, 'picture-too-large'],
  ['half a photo', async () => (await photo(2000, 1500)).subarray(0, 700), 'a.jpg', 422, 'file-unreadable'],
  [
    'a photo that is none',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 9)]),
    'a.jpg',
    422,
    'file-unreadable',
  ],
  [
    'a video whose boxes lie',
    () => Buffer.concat([video().subarray(0, 40), box('moov'), Buffer.from([0, 0, 0, 3, 0x6d, 0x6f, 0x6f, 0x76])]),
    'a.mp4',
    422,
    'file-unreadable',
  ],
  [
    'a video of boxes in boxes',
    () =>
      Buffer.concat([
        video(0).subarray(0, 24),
        Array.from({ length: 9 }).reduce<Buffer>((inner) => box('moov', inner), Buffer.alloc(0)),
      ]),
    'a.mp4',
    422,
    'file-unsafe',
  ],
  ['a text beyond what is read', () => Buffer.alloc(MEGABYTE + 1, 'a'), 'a.txt', 413, 'file-too-large'],
  ['one byte more than there may be', () => pdf(FILE_MAX), 'a.pdf', 413, 'file-too-large'],
];

/** Names that play tricks, and what they become. */
export const badNames: readonly (readonly [given: string, kept: string])[] = [
  ['../../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
  ['/absolute/path/.htaccess', 'htaccess.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
  ['ab\r\nSet-Cookie: x.pdf', 'ab Set-Cookie_ x.pdf'],
  ['CON', '_CON.pdf'],
  ['lpt1.pdf', '_lpt1.pdf'],
  ['  ...  ', 'file.pdf'],
  ['', 'file.pdf'],
  ['a<b>"c|d?e*.pdf', 'a_b__c_d_e_.pdf'],
  ['card 4111 1111 1111 1111.pdf', 'card •••••••••••••••1111.pdf'],
  [`${'😀'.repeat(100)}.pdf`, `${'😀'.repeat(58)}.pdf`],
  ['\ud800lonely.pdf', 'lonely.pdf'],
];
