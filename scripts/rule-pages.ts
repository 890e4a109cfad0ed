import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { catalogueOf, type Entry } from '../src/catalogue/index.ts';
import { documented } from '../src/cli/documented.ts';
import { rules } from '../src/lint/rules/index.ts';
// Declares the codes of everything that is published.
import '../src/cli/unknown-parameters.ts';
import '../src/index.ts';
import type { Example } from '../src/model/example.ts';
import type { Rule } from '../src/model/rule.ts';
import { runExample } from './run-example.ts';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));
const render = (name: string): HandlebarsTemplateDelegate =>
  engine.compile(readFileSync(join('templates/docs', name), 'utf8'), { noEscape: true, strict: true });

/** The pages on all codes, by the names of their files, from what is documented beside the code. */
export const rulePages = async (): Promise<ReadonlyMap<string, string>> => {
  const entries = catalogueOf(documented, rules);
  const page = render('code.md.hbs');
  const pages = new Map([['README.md', render('codes.md.hbs')({ groups: groupsOf(entries) })]]);
  for (const entry of entries) pages.set(`${entry.code}.md`, page(await pageData(entry)));
  return pages;
};

const groupsOf = (entries: readonly Entry[]) => {
  const titles = [...new Set(entries.map(({ group }) => group))];
  return titles.map((title) => ({
    title,
    entries: entries
      .filter(({ group }) => group === title)
      .map((entry) => ({ ...entry, level: entry.levels.join(', '), fix: entry.fix ?? '' })),
  }));
};

const pageData = async (entry: Entry) => {
  const { rule, example } = entry;
  const options = rule?.options ?? {};
  return {
    ...entry,
    level: entry.levels.join(' or '),
    fix: entry.fix ?? 'none',
    options: Object.keys(options).length > 0 ? options : undefined,
    looksAt: rule && lookedAt(rule),
    messages:
      rule &&
      Object.entries(rule.messages).map(([id, text]) => ({
        text,
        safety: rule.fixes?.[id],
        strict: rule.strict?.includes(id) ?? false,
      })),
    category: rule?.category,
    partly: !rule && entry.levels.includes('error'),
    example: example && ('none' in example ? { none: example.none } : await shownExample(entry.code, example)),
  };
};

const lookedAt = ({ on, stage, macros }: Rule): string => {
  const what = on === 'template' ? 'the template as a whole' : on.map((type) => `\`${type}\``).join(', ');
  const exception = macros === 'silent' ? '; not at templates with macros of their own' : '';
  return `${what}, as ${stage === 'source' ? 'written' : 'expanded'}${exception}`;
};

/** What a page shows of both templates, with the findings of the code in the failing one. */
const shownExample = async (code: string, example: Example) => {
  const fails = await runExample(code, example, 'fails');
  const passes = await runExample(code, example, 'passes');
  const findings = fails.problems.filter((problem) => problem.code === code);
  const fileName = example.in === 'configuration' ? 'synth.config.yaml' : 'template.yaml';
  return {
    none: undefined,
    fileName,
    fails: shortened(fails.text),
    passes: shortened(passes.text),
    findings: findings.map(({ file, line, column, level, message }) => {
      const place = [file === 'template.yaml' ? [] : [file], line, column].flat().join(':');
      return `${place} ${level}: ${message}`;
    }),
    files: Object.entries(example.files ?? {})
      .slice(0, mostFiles)
      .map(([name, text]) => ({ name, text: text.replace(/[‹›]/g, '').trimEnd() })),
  };
};

const mostFiles = 3;
const mostLines = 60;
const widest = 200;

/** A long template is shown as far as it is worth reading. Control characters are written as escapes. */
const shortened = (text: string): string => {
  const lines = text.trimEnd().split('\n');
  const rest = lines.length - mostLines;
  if (rest > 0) lines.splice(mostLines, rest, `# … ${rest} more lines`);
  return lines
    .map((line) => (line.length > widest ? `${line.slice(0, widest)}…` : line))
    .join('\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
};
