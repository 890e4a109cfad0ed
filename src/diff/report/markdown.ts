import { counted } from '../../model/counted.ts';
import { fileAndLine } from '../../report/position.ts';
import type { Judged } from '../accept.ts';
import type { ResourceChange } from '../compare/changes.ts';
import { macroText } from '../macros.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import type { Row } from '../permissions/rows.ts';
import { brief } from '../words/brief.ts';
import { enumerated } from '../words/nouns.ts';
import { code, plain, sentence } from './escape.ts';
import { grouped, permissionsOf, ruleSign } from './permissions.ts';
import {
  fateText,
  isChanged,
  openConsequences,
  signOf,
  stackText,
  stagesText,
  summaryOf,
  type TemplateDiff,
} from './summary.ts';
import { changeText, typeText } from './text.ts';

/** What a comment on GitHub may hold, in characters; other hosts take more. */
export const mostCharacters = 65_536;

/** By this line a CI job finds the comment that it wrote before. */
export const marker = '<!-- synth diff -->';

const icons = { error: '🛑', warning: '⚠️', info: 'ℹ️' } as const;

/** Further parts of a report, the least important last: a picture. */
export type Extra = (diff: TemplateDiff) => string;

/**
 * The comparison for a pull request: a summary line, the consequences, and everything else folded. Where it would be too
 * long, the least important parts of the largest templates are left out, which the report says.
 * @param failures how many templates are not compared, because they have errors
 */
export const toMarkdown = (diffs: readonly TemplateDiff[], extras: readonly Extra[] = [], failures = 0): string => {
  const changed = diffs.filter(isChanged);
  const missing = failures === 0 ? '' : `\n⚠️ ${counted(failures, 'template')} with errors could not be compared.\n`;
  if (changed.length === 0 && failures > 0) return `${marker}\n## Not everything could be compared\n${missing}`;
  const head = `${marker}\n## ${headline(changed)}\n${missing}`;
  if (changed.length === 0) return `${head}\nThe deployment changes nothing: the templates mean the same as before.\n`;
  const parts = changed.map((diff) => ({
    title: titleOf(diff),
    details: [consequencePart, resourcePart, permissionPart, ...extras].map((part) => part(diff)),
  }));
  const print = () => [head, ...parts.flatMap(({ title, details }) => [title, ...details])].filter(Boolean).join('\n');
  let text = print();
  // From the last part of the last template to the first one.
  for (let part = 2 + extras.length; part >= 1 && text.length > mostCharacters; part--) {
    for (const { details } of [...parts].sort(
      (left, right) => right.details[part]!.length - left.details[part]!.length,
    )) {
      if (text.length <= mostCharacters) break;
      if (details[part] === '') continue;
      details[part] = leftOut[Math.min(part, leftOut.length - 1)]!;
      text = print();
    }
  }
  for (const { details } of [...parts].sort((left, right) => right.details[0]!.length - left.details[0]!.length)) {
    if (text.length <= mostCharacters) break;
    details[0] = shortened(details[0]!, text.length - mostCharacters);
    text = print();
  }
  return text.length <= mostCharacters ? text : cut(text);
};

const leftOut = [
  '',
  ...['resources', 'permissions', 'picture'].map(
    (what) => `_The ${what} would make this too long; \`synth diff\` has everything._\n`,
  ),
];

/** A list without its last items, shorter by so many characters at least where that can be; their number is added. */
const shortened = (list: string, excess: number): string => {
  const items = list.split('\n').filter((line) => line !== '');
  const wanted = Math.max(0, list.length - excess - 60);
  let [kept, length] = [0, 0];
  while (kept < items.length && length + items[kept]!.length + 1 <= wanted) length += items[kept++]!.length + 1;
  return `${items.slice(0, kept).join('\n')}\n- … and ${items.length - kept} more: \`synth diff\` shows them.\n`;
};

/** A text cut at the end of a line, with a word that it was. */
const cut = (text: string): string => {
  const rest = '\n\n_The rest would make this too long; `synth diff` has everything._\n';
  const end = text.lastIndexOf('\n', mostCharacters - rest.length);
  return text.slice(0, end) + rest;
};

const headline = (diffs: readonly TemplateDiff[]): string => {
  if (diffs.length === 0) return 'No change to what is deployed';
  const open = diffs.flatMap(openConsequences);
  const counts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const count = open.filter((each) => each.level === level).length;
    const noun = { error: 'danger', warning: 'warning', info: 'note' }[level];
    return count === 0 ? [] : [counted(count, noun)];
  });
  const templates = new Set(diffs.map(({ name, stack }) => JSON.stringify([name, stack])));
  const what =
    diffs.length === 1 ? `Resources: ${summaryOf(diffs[0]!)}` : `${counted(templates.size, 'template')} changed`;
  return `${what}${counts.length === 0 ? '' : ` · ${enumerated(counts)}`}`;
};

const titleOf = (diff: TemplateDiff): string => {
  const unknown = macroText(diff.change);
  const note = unknown === undefined ? '' : ` ${sentence(unknown)}`;
  return `### ${code(diff.name)}${stackText(diff, code)}${sentence(stagesText(diff.stages))}\n\nFrom ${code(diff.from)} to ${code(diff.to)}: ${summaryOf(diff)}.${note}\n`;
};

const consequencePart = (diff: TemplateDiff): string => {
  const open = openConsequences(diff).map((each) => `- ${icons[each.level]} ${consequenceText(each, diff)}\n`);
  const accepted = diff.consequences
    .filter((each) => each.accepted !== undefined)
    .map((each) => `- ✅ ${consequenceText(each, diff)} Accepted: ${plain(each.accepted!)}\n`);
  return [
    ...open,
    ...(accepted.length > 0 ? [folded(counted(accepted.length, 'accepted consequence'), accepted.join(''))] : []),
  ].join('');
};

const consequenceText = (
  { id, text, cure, at, wasAt }: Judged,
  { change: { before, after } }: TemplateDiff,
): string => {
  const [span, file, old] = at ? [at, after.file, ''] : [wasAt, before.file, ' before'];
  const shown = fileAndLine(span, file);
  const place = shown === undefined ? '' : ` (${code(shown)}${old})`;
  return `${sentence(text)}${cure === undefined ? '' : ` _${sentence(cure)}_`}${place} <sub>${id}</sub>`;
};

const resourcePart = ({ change: { compared } }: TemplateDiff): string => {
  const { resources, sections } = compared;
  if (resources.length + sections.length === 0) return '';
  const rows = resources.map((each) => {
    const name = [each.formerId, each.id].flatMap((id) => (id === undefined ? [] : code(brief(id)))).join(' → ');
    return `| ${signOf(each)} | ${name} | ${plain(typeText(each))} | ${fateText(each)} | ${whatChanges(each)} |\n`;
  });
  const others = sections.map(
    ({ section, path, before, after }) =>
      `| ~ | ${code(path.join('.'))} | ${section} | changed | ${code(changeText(before, after))} |\n`,
  );
  const table = `| | Name | Type | What happens | What differs |\n|---|---|---|---|---|\n${rows.join('')}${others.join('')}`;
  return folded(counted(resources.length, 'resource'), table);
};

/** More differences of one resource are counted only. */
const mostDifferences = 12;

const whatChanges = (change: ResourceChange): string => {
  const { differences, attributes, because, replacing } = change;
  const all = [...differences, ...attributes].map((each) => {
    const text = `${code(each.path.join('.'))}: ${code(changeText(each.before, each.after))}`;
    return replacing.includes(each) ? `**${text}**` : text;
  });
  const named = all.slice(0, mostDifferences);
  if (all.length > named.length) named.push(`${all.length - named.length} more`);
  const sources = [...new Set(because.map(({ on }) => code(on)))];
  if (sources.length > 0) named.push(`refers to ${enumerated(sources)}`);
  return named.join('<br>');
};

const permissionPart = (diff: TemplateDiff): string => {
  const rows = permissionsOf(diff).flatMap((change) => [
    ...(['gained', 'lost'] as const).flatMap((which) =>
      grouped(change[which]).map(({ row, actions }) => permissionRow(change, ruleSign(row, which), row, actions)),
    ),
    ...change.narrowed.flatMap(({ from, to }) => [
      permissionRow(change, '~', from, [from.action]),
      ...grouped(to).map(({ row, actions }) => permissionRow(change, '→', row, actions)),
    ]),
  ]);
  if (rows.length === 0) return '';
  return folded('Permissions', `| | Who | May do | On | If |\n|---|---|---|---|---|\n${rows.join('')}`);
};

/** A row of the table: gained (`+`), lost (`-`), or narrowed (`~`) to what follows (`→`). */
const permissionRow = (
  change: PermissionChange,
  sign: '+' | '-' | '~' | '→',
  row: Row,
  actions: readonly string[],
): string => {
  const { id, relation, holder } = change;
  const state = holder === 'kept' ? '' : ` (${holder})`;
  const own = code(id) + state;
  const effect = row.effect === 'Deny' ? '**Deny** ' : '';
  const cells = [
    sign,
    relation === 'identity' ? own : plain(brief(row.principal.replace(/^\w+:/, '')).replace(/^\*$/, 'anyone')),
    `${row.when === '' ? '' : 'perhaps '}${effect}${enumerated(actions.map(code), 8)}`,
    relation === 'identity' ? code(brief(row.resource)) : usedText(own, row.resource, id),
    row.condition === '' ? '' : code(brief(row.condition)),
  ];
  return `| ${cells.join(' | ')} |\n`;
};

/** What others may use: the resource that has the policy, and the part of it that a row is about. */
const usedText = (own: string, resource: string, id: string): string => {
  if (resource === '' || resource === '*') return own;
  return resource.includes(`\${${id}`) ? code(brief(resource)) : `${own}: ${code(brief(resource))}`;
};

const folded = (title: string, content: string): string =>
  `<details><summary>${title}</summary>\n\n${content}\n</details>\n`;

/** A picture as a folded part. */
export const pictureOf = (mermaid: string): string =>
  mermaid === '' ? '' : folded('Picture', `\`\`\`mermaid\n${mermaid}\`\`\`\n`);
