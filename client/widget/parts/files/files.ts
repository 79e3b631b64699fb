import type { Attachment } from '@candour/shared/attachments.js';
import { acceptedFiles, FILE_MAX, FILES_PER_MESSAGE } from '@candour/shared/file-types.js';
import type { Kit, OpenPart, PartWords } from '../../kit.js';
import type { Words } from './catalogue/en.js';
import css from './files.css';
import { shownFiles } from './shown.js';
import { takeBack, upload } from './upload.js';

const catalogues: PartWords<Words> = {
  en: () => import('./catalogue/en.js'),
  de: () => import('./catalogue/de.js'),
  fr: () => import('./catalogue/fr.js'),
  es: () => import('./catalogue/es.js'),
};

/** A file that was chosen, and its line on the screen. */
interface Chosen {
  readonly node: HTMLElement;
  busy: boolean;
  attachment?: Attachment;
}

/** Where files are chosen for the message being written. */
export const open: OpenPart = async (kit) => {
  const words = await kit.speak(catalogues);
  const { h, session, fill } = kit;
  kit.style(css);
  const chosen = new Set<Chosen>();
  const list = h('ul', { 'aria-label': words.title });
  const said = h('p', { className: 'hint', role: 'status' });

  const picker = (props: Record<string, unknown>): HTMLInputElement => {
    const input = h('input', {
      type: 'file',
      hidden: true,
      tabIndex: -1,
      onchange() {
        for (const file of input.files ?? []) add(file);
        input.value = '';
      },
      ...props,
    });
    return input;
  };
  const files = picker({ multiple: true, accept: acceptedFiles });
  const camera = picker({ accept: 'image/*', capture: 'environment' });
  const choose = h('button', { type: 'button', className: 'plain', onclick: () => files.click() }, words.choose);
  // A desk's screen has no camera to hold to a sofa.
  const photo =
    matchMedia('(pointer: coarse)').matches &&
    h('button', { type: 'button', className: 'plain', onclick: () => camera.click() }, words.photo);

  const sentence = (code: string): string =>
    code === 'lost' ? words.lost : ((words.problems as Partial<Record<string, string>>)[code] ?? kit.problem(code));

  function add(file: File): void {
    const about = h('div', { className: 'about' });
    const node = h('li');
    const one: Chosen = { node, busy: false };
    const { name } = file;
    let stop = (): void => undefined;
    const drop = h(
      'button',
      {
        type: 'button',
        className: 'drop',
        ariaLabel: fill(words.remove, { name }),
        title: fill(words.remove, { name }),
        onclick() {
          stop();
          chosen.delete(one);
          node.remove();
          if (one.attachment) takeBack(session, one.attachment);
          choose.focus();
        },
      },
      kit.icon('close'),
    );
    const again = h(
      'button',
      { type: 'button', className: 'plain', hidden: true, onclick: () => void send() },
      words.again,
    );
    const refused = (code: string): void => {
      about.replaceChildren(name, h('p', { className: 'problem', role: 'alert' }, sentence(code)));
      again.hidden = /^(file|picture)-/.test(code) || code === 'too-many-files';
    };
    async function send(): Promise<void> {
      const bar = h('progress', { max: 1, value: 0, 'aria-label': fill(words.sending, { name }) });
      about.replaceChildren(name, bar);
      again.hidden = one.busy = true;
      const under = upload(session, file, (progress) => (bar.value = progress));
      stop = under.stop;
      const outcome = await under.done;
      one.busy = false;
      if (!chosen.has(one)) return;
      if ('code' in outcome) return refused(outcome.code);
      one.attachment = outcome.attachment;
      about.replaceChildren(outcome.attachment.name);
      said.textContent = fill(words.ready, { name });
    }
    if (file.type.startsWith('image/')) {
      const picture = h('img', { alt: '', width: 40, height: 40, src: URL.createObjectURL(file) });
      picture.onload = picture.onerror = () => URL.revokeObjectURL(picture.src);
      node.append(picture);
    }
    node.append(about, again, drop);
    list.append(node);
    const full = chosen.size >= FILES_PER_MESSAGE;
    chosen.add(one);
    if (full) refused('too-many-files');
    else if (file.size > FILE_MAX) refused('file-too-large');
    else void send();
  }

  session.attached = {
    take() {
      if ([...chosen].some(({ busy }) => busy)) {
        said.textContent = words.wait;
        return undefined;
      }
      const there = [...chosen].flatMap(({ attachment }) => attachment ?? []);
      // What was refused stays to be read, until it is removed.
      for (const one of chosen) {
        if (!one.attachment) continue;
        one.node.remove();
        chosen.delete(one);
      }
      said.textContent = '';
      return there;
    },
  };

  const node = h(
    'section',
    { className: 'files', 'aria-label': words.title },
    h('div', { className: 'line' }, choose, photo, files, camera),
    h('p', { className: 'hint' }, words.hint),
    list,
    said,
  );
  return { node, focus: () => choose.focus() };
};

/** The files of a message of the conversation. */
export async function show(kit: Kit, files: readonly Attachment[]): Promise<HTMLElement> {
  kit.style(css);
  return shownFiles(kit, await kit.speak(catalogues), files);
}
