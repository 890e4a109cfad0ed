// Writes docs/rules/<id>.md and docs/rules/README.md from the rules' own data, with the templates in templates/docs.
// Usage: node scripts/run-ts.mjs scripts/rule-docs.ts [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { rules } from '../src/lint/rules/index.ts';
import type { Rule } from '../src/model/rule.ts';

const folder = 'docs/rules';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));
const render = (name: string): HandlebarsTemplateDelegate =>
  engine.compile(readFileSync(join('templates/docs', name), 'utf8'), { noEscape: true, strict: true });

const page = render('rule.md.hbs');
const index = render('rules.md.hbs');

const pageData = (rule: Rule) => ({
  ...rule,
  options: Object.keys(rule.options ?? {}).length > 0 ? rule.options : undefined,
  looksAt: rule.on === 'template' ? 'the template as a whole' : rule.on.map((type) => `\`${type}\``).join(', '),
  stage: rule.stage === 'source' ? 'written' : 'expanded',
  fixable: rule.fixable ?? false,
});

const sorted = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1));
const pages = new Map([
  ['README.md', index({ rules: sorted })],
  ...rules.map((rule) => [`${rule.id}.md`, page(pageData(rule))] as const),
]);

if (process.argv.includes('--check')) {
  const stale = [...pages].filter(
    ([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  const extra = readdirSync(folder).filter((name) => !pages.has(name));
  for (const name of [...stale.map(([each]) => each), ...extra])
    console.error(`${folder}/${name} is not what the rules say`);
  process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}
