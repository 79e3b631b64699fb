import { bareWords, inlineTemplates } from '../checks/templates.mjs';

const BARE = [
  ['<p>Hello</p>', 'Hello'],
  ['<p>{{ n }} left</p>', 'left'],
  ['<button aria-label="Close"></button>', 'aria-label="Close"'],
  ['<input placeholder="Name" />', 'placeholder="Name"'],
  ['<img alt="A sofa" src="/a.png" />', 'alt="A sofa"'],
  ['<p [title]="\'More\'"></p>', '[title]="\'More\'"'],
  ["<p>{{ open ? 'Open' : t('closed') }}</p>", 'Open'],
  ['@if (a) { <b>Yes</b> } @else { <b>{{ t(b) }}</b> }', 'Yes'],
  ['@for (a of all; track a) { <i>{{ a }}</i> } @empty { None }', 'None'],
  ['@switch (a) { @case (1) { One } @default { {{ b }} } }', 'One'],
  ['@defer { <a>x</a> } @placeholder { Soon }', 'Soon'],
  ['<ng-content>Nothing here</ng-content>', 'Nothing here'],
  ['<ng-template><em>Why</em></ng-template>', 'Why'],
];

const FINE = [
  "<p>{{ t('a.b') }}</p>",
  '<p>{{ n }} · {{ m }} %</p>',
  '<button [attr.aria-label]="t(\'close\')"></button>',
  '<a class="brand">Candour</a>',
  '<kbd>Ctrl K</kbd>',
  '<mat-icon>menu</mat-icon>',
  '<input type="email" autocomplete="username" />',
  '<span translate="no">Kwoking Ltd.</span>',
];

describe('The template check', () => {
  for (const [template, text] of BARE) {
    it(`finds the bare text of ${template}`, async () => {
      expect((await bareWords(template)).map((bare) => bare.text)).toContain(text);
    });
  }
  for (const template of FINE) {
    it(`finds none in ${template}`, async () => expect(await bareWords(template)).toEqual([]));
  }

  it('reads the inline templates of components', async () => {
    const source = "@Component({\n  selector: 'a',\n  template: `<p>Hi</p>`,\n})\nclass A {}";
    expect(await inlineTemplates(source)).toEqual([{ line: 2, text: '<p>Hi</p>' }]);
  });
});
