/** Writes the locked examples from their templates. Run once, before there were rules; kept to show where they come from. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expand, templateFile } from './expand.js';
import { languages, lockedFile, lockedHash } from './locked.js';

for (const language of languages) {
  const templates = templateFile.parse(JSON.parse(readFileSync(lockedFile(`templates/${language}.json`), 'utf8')));
  const lines = expand(templates, language).map((example) => JSON.stringify(example));
  writeFileSync(lockedFile(`${language}.jsonl`), `${lines.join('\n')}\n`);
}
console.log(lockedHash());
