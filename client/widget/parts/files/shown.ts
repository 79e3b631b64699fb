import type { Attachment } from '@candour/shared/attachments.js';
import type { Kit } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import { bytesOf } from './upload.js';

/** Longest side of a picture in the conversation, in pixels. */
const SIDE = 220;

/** The files of a message: pictures as such, everything else by name. */
export function shownFiles(kit: Kit, words: Words, files: readonly Attachment[]): HTMLElement {
  return kit.h('div', { className: 'shown' }, ...files.map((file) => shown(kit, words, file)));
}

function shown(kit: Kit, words: Words, file: Attachment): HTMLElement {
  const { h, session, fill } = kit;
  const { id, name, preview, width = SIDE, height = SIDE } = file;
  const button = h('button', { type: 'button' });
  const failed = (): void => button.replaceChildren(name, h('span', { role: 'alert' }, ` ${words.gone}`));
  if (!preview) {
    button.append(name);
    button.ariaLabel = fill(words.save, { name });
    button.onclick = () => void save(kit, file).catch(failed);
    return button;
  }
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const picture = h('img', {
    alt: '',
    width: Math.max(40, Math.round(width * scale)),
    height: Math.max(40, Math.round(height * scale)),
  });
  button.className = 'picture';
  button.ariaLabel = fill(words.open, { name });
  button.append(picture);
  button.onclick = () => void large(kit, words, file).catch(failed);
  bytesOf(session, `${id}/preview`).then((bytes) => show(picture, bytes), failed);
  return button;
}

function show(picture: HTMLImageElement, bytes: Blob): void {
  picture.src = URL.createObjectURL(bytes);
  picture.onload = () => URL.revokeObjectURL(picture.src);
}

async function large(kit: Kit, words: Words, file: Attachment): Promise<void> {
  const { h, fill, session } = kit;
  const bytes = await bytesOf(session, file.id);
  const picture = h('img', { alt: file.name });
  const dialog = h('dialog', {
    className: 'large',
    'aria-label': file.name,
    onclose: () => dialog.remove(),
    // It closes the picture, not the chat.
    onkeydown: (event: KeyboardEvent) => event.key === 'Escape' && event.stopPropagation(),
  });
  dialog.append(
    picture,
    h(
      'div',
      { className: 'line' },
      h('button', { type: 'button', className: 'plain', onclick: () => dialog.close() }, words.close),
      h(
        'button',
        { type: 'button', className: 'plain', onclick: () => hand(kit, file.name, bytes) },
        fill(words.save, { name: file.name }),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  show(picture, bytes);
}

async function save(kit: Kit, { id, name }: Attachment): Promise<void> {
  hand(kit, name, await bytesOf(kit.session, id));
}

/** Hands a file over to the browser's downloads. */
function hand({ h }: Kit, name: string, bytes: Blob): void {
  const href = URL.createObjectURL(bytes);
  h('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
