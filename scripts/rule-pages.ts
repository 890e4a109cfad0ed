import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { rules } from '../src/lint/rules/index.ts';
import { fixLabel, type Rule } from '../src/model/rule.ts';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));
const render = (name: string): HandlebarsTemplateDelegate =>
  engine.compile(readFileSync(join('templates/docs', name), 'utf8'), { noEscape: true, strict: true });

const pageData = (rule: Rule) => ({
  ...rule,
  options: Object.keys(rule.options ?? {}).length > 0 ? rule.options : undefined,
  looksAt: rule.on === 'template' ? 'the template as a whole' : rule.on.map((type) => `\`${type}\``).join(', '),
  stage: rule.stage === 'source' ? 'written' : 'expanded',
  fixLabel: fixLabel(rule),
  fixes: fixLabel(rule)?.replace(/ fix(es)?$/, '') ?? '',
  messages: Object.entries(rule.messages).map(([id, text]) => ({ text, safety: rule.fixes?.[id] })),
});

/** The pages on the rules, by the names of their files, from the rules' own data. */
export const rulePages = (): ReadonlyMap<string, string> => {
  const page = render('rule.md.hbs');
  const sorted = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1));
  return new Map([
    ['README.md', render('rules.md.hbs')({ rules: sorted.map(pageData) })],
    ...rules.map((rule) => [`${rule.id}.md`, page(pageData(rule))] as const),
  ]);
};
