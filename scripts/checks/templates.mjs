// No bare word in a template: what a person reads, or hears read out, comes from a catalogue.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from './files.mjs';
import { paths, root } from '../lib/paths.mjs';

/** Names stay what they are in every language. */
const NAMES = /\b(Candour|Kwoking)\b/g;
/** Content that is not language: key caps, code, icon names. */
const NOT_LANGUAGE = new Set(['kbd', 'code', 'mat-icon', 'style', 'script']);
const SPOKEN =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|title|placeholder|alt|label|matTooltip|summary|tooltip)$/;

const hasWords = (text) => /\p{L}/u.test(String(text).replace(NAMES, ''));

/** Bare words of one Angular template: [{ line, text }]. */
export async function bareWords(template, file = 'template.html') {
  const { parseTemplate } = await import('@angular/compiler');
  const parsed = parseTemplate(template, file, { preserveWhitespaces: false });
  if (parsed.errors?.length) return parsed.errors.map((error) => ({ line: lineOf(error), text: error.msg }));
  const found = [];
  const report = (node, text) => found.push({ line: lineOf(node), text: text.trim().replace(/\s+/g, ' ') });
  parsed.nodes.forEach((node) => walk(node, report));
  return found;
}

const lineOf = (node) => (node.sourceSpan ?? node.span).start.line + 1;

function walk(node, report) {
  if (NOT_LANGUAGE.has(node.name)) return;
  if (node.attributes?.some((attribute) => attribute.name === 'translate' && attribute.value === 'no')) return;
  if (typeof node.value === 'string' && !node.name) {
    if (hasWords(node.value)) report(node, node.value);
    return;
  }
  if (node.value?.ast && !node.name) spokenLiterals(node.value.ast).forEach((text) => report(node, text));
  for (const attribute of node.attributes ?? []) {
    if (SPOKEN.test(attribute.name) && hasWords(attribute.value))
      report(attribute, `${attribute.name}="${attribute.value}"`);
  }
  for (const input of node.inputs ?? []) {
    if (!SPOKEN.test(input.name)) continue;
    spokenLiterals(input.value.ast ?? input.value).forEach((text) => report(input, `[${input.name}]="'${text}'"`));
  }
  for (const child of childrenOf(node)) walk(child, report);
}

/** What stands inside an element or a block: @if, @for, @switch, @defer keep theirs under different names. */
function childrenOf(node) {
  const blocks = [node.empty, node.placeholder, node.loading, node.error].filter(Boolean);
  return [...(node.children ?? []), ...(node.branches ?? []), ...(node.cases ?? []), ...(node.groups ?? []), ...blocks];
}

/** Literal text that an expression can show; arguments of calls are keys, not text. */
function spokenLiterals(ast) {
  if (!ast) return [];
  if (Array.isArray(ast.strings) && ast.expressions) {
    return [...ast.strings.filter(hasWords), ...ast.expressions.flatMap(spokenLiterals)];
  }
  if (typeof ast.value === 'string' && !ast.receiver) return hasWords(ast.value) ? [ast.value] : [];
  if (ast.trueExp) return [...spokenLiterals(ast.trueExp), ...spokenLiterals(ast.falseExp)];
  if (['+', '??', '||', '&&'].includes(ast.operation))
    return [...spokenLiterals(ast.left), ...spokenLiterals(ast.right)];
  if (ast.expression) return spokenLiterals(ast.expression);
  return [];
}

/** The inline templates of a component file: [{ line, text }]. */
export async function inlineTemplates(source) {
  const { default: ts } = await import('typescript');
  const file = ts.createSourceFile('component.ts', source, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    const isTemplate = ts.isPropertyAssignment(node) && node.name.getText() === 'template';
    if (isTemplate && ts.isStringLiteralLike(node.initializer)) {
      const line = file.getLineAndCharacterOfPosition(node.initializer.getStart()).line;
      found.push({ line, text: node.initializer.text });
    }
    node.forEachChild(look);
  };
  look(file);
  return found;
}

export async function checkTemplates() {
  const wrong = [];
  let count = 0;
  const look = async (file, text, offset) => {
    count += 1;
    for (const bare of await bareWords(text, file)) {
      wrong.push(`${relative(root, file)}:${bare.line + offset} bare text: ${bare.text}`);
    }
  };
  const folders = ['src', 'widget'].map((name) => join(paths.client, name));
  for (const file of folders.flatMap((folder) => filesUnder(folder, /\.html$/))) {
    await look(file, readFileSync(file, 'utf8'), 0);
  }
  for (const file of filesUnder(join(paths.client, 'src'), /(?<!\.spec)\.ts$/)) {
    const source = readFileSync(file, 'utf8');
    if (!source.includes('template:')) continue;
    for (const { line, text } of await inlineTemplates(source)) await look(file, text, line);
  }
  return { wrong, right: `no bare text in ${count} templates` };
}
