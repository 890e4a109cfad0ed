// Writes docs/rules/<id>.md and docs/rules/README.md from the rules' own data.
// Usage: node scripts/run-ts.mjs scripts/rule-docs.ts [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/lint/rules/index.ts';
import type { Rule } from '../src/model/rule.ts';

const folder = 'docs/rules';

const page = (rule: Rule): string => {
  const lines = [
    `# ${rule.id}`,
    '',
    `**${rule.title}** (${rule.level}, ${rule.category}${rule.fixable ? ', fixable' : ''})`,
    '',
    rule.description,
    '',
    `Looks at ${rule.on === 'template' ? 'the template as a whole' : rule.on.map((type) => `\`${type}\``).join(', ')}, ${
      rule.stage === 'source' ? 'as written' : 'as expanded'
    }.`,
    '',
  ];
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) {
    lines.push('| option | default | |', '|---|---|---|');
    for (const [name, { default: value, doc }] of options) {
      lines.push(`| \`${name}\` | \`${JSON.stringify(value)}\` | ${doc} |`);
    }
    lines.push('');
  }
  lines.push(
    'Messages:',
    '',
    ...Object.values(rule.messages).map((text) => `- ${text}`),
    '',
    `Source: ${rule.source}`,
    '',
  );
  return lines.join('\n');
};

const index = (): string => {
  const rows = [...rules]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, level, category, title }) => `| [${id}](${id}.md) | ${level} | ${category} | ${title} |`);
  return ['# Rules', '', '| rule | level | category | finds |', '|---|---|---|---|', ...rows, ''].join('\n');
};

const pages = new Map([['README.md', index()], ...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const)]);

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
