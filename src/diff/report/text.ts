import type { Source } from '../../model/origin.ts';
import { fileAndLine } from '../../report/position.ts';
import { printable } from '../../report/printable.ts';
import { toText as problemsToText } from '../../report/text.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Difference } from '../compare/differences.ts';
import { macroText } from '../macros.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import { enumerated } from '../words/nouns.ts';
import { shown } from '../words/shown.ts';
import { grouped, permissionsOf, ruleSign } from './permissions.ts';
import { toProblems } from './problems.ts';
import { fateText, signOf, summaryOf, type TemplateDiff, titleText } from './summary.ts';

const styles = { '+': '32', '-': '31', '±': '1;31', '!': '1;31', '~': '33', head: '1', quiet: '2' } as const;

type Paint = (text: string, style: keyof typeof styles) => string;

/** The comparison for a person at a terminal. */
export const toText = (diff: TemplateDiff, colour: boolean): string => {
  const paint: Paint = (text, style) => (colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text);
  const head = `${paint(printable(titleText(diff)), 'head')} ${paint(printable(`(${diff.from} → ${diff.to})`), 'quiet')}: ${summaryOf(diff)}\n`;
  const blocks = [
    consequenceText(diff, colour),
    resourceText(diff, paint),
    sectionText(diff, paint),
    permissionText(diff, paint),
  ];
  const unknown = macroText(diff.change);
  const note = unknown === undefined ? '' : `${printable(unknown)}\n`;
  return [head + note, ...blocks.filter((block) => block !== '')].join('\n');
};

const consequenceText = (diff: TemplateDiff, colour: boolean): string => {
  const sources = new Map<string, Source>();
  for (const { at, wasAt } of diff.consequences) {
    for (const span of [at, wasAt]) if (span?.source.file !== undefined) sources.set(span.source.file, span.source);
  }
  const text = problemsToText(toProblems(diff), { colour, source: (file) => sources.get(file) });
  const accepted = diff.consequences
    .filter((each) => each.accepted !== undefined)
    .map((each) => `accepted ${each.id} ${printable(each.text)}\n  ${printable(each.accepted!)}\n`);
  return text + accepted.join('');
};

const resourceText = ({ change: { compared, after, before } }: TemplateDiff, paint: Paint): string => {
  if (compared.resources.length === 0) return '';
  const lines = compared.resources.flatMap((each) => {
    const sign = signOf(each);
    const name = each.formerId === undefined ? each.id : `${each.formerId} → ${each.id}`;
    const file = each.after === undefined ? before.file : after.file;
    return [
      `  ${paint(sign, sign as keyof typeof styles)} ${printable(name)} ${paint(typeText(each), 'quiet')}: ${fateText(each)}${paint(placeText(each.at, file), 'quiet')}`,
      ...each.differences.map((one) => differenceText(one, paint, each.replacing.includes(one))),
      ...each.attributes.map((one) => differenceText(one, paint, false)),
      ...becauseText(each),
    ];
  });
  return `${paint('Resources', 'head')}\n${lines.join('\n')}\n`;
};

export const typeText = ({ type, before, after }: ResourceChange): string =>
  before && after && before.type !== after.type ? `${before.type} → ${after.type}` : type;

const differenceText = ({ path, before, after, certain }: Difference, paint: Paint, replaces: boolean): string => {
  const perhaps = certain ? '' : ' (perhaps the same)';
  return `      ${printable(path.join('.'))}: ${printable(changeText(before, after))}${perhaps}${replaces ? paint(' replaces it', '!') : ''}`;
};

/** `3 → 5`, `+ 5`, `- 3` */
export const changeText = (before: Difference['before'], after: Difference['after']): string =>
  before === undefined
    ? `+ ${shown(after)}`
    : after === undefined
      ? `- ${shown(before)}`
      : `${shown(before)} → ${shown(after)}`;

/** What follows from the replacement of others, in one line. */
const becauseText = ({ because }: ResourceChange): string[] => {
  if (because.length === 0) return [];
  const sources = enumerated([...new Set(because.map(({ on }) => `'${on}'`))]);
  const paths = enumerated([...new Set(because.map(({ path }) => printable(path.join('.'))))], 3);
  return [`      ${paths}: refers to ${sources}, which is recreated`];
};

const sectionText = ({ change: { compared } }: TemplateDiff, paint: Paint): string =>
  compared.sections.length === 0
    ? ''
    : `${paint('Other sections', 'head')}\n${compared.sections
        .map(
          ({ section, path, before, after }) =>
            `  ${section}.${printable(path.join('.'))}: ${printable(changeText(before, after))}`,
        )
        .join('\n')}\n`;

const permissionText = (diff: TemplateDiff, paint: Paint): string => {
  const changes = permissionsOf(diff);
  if (changes.length === 0) return '';
  const lines = changes.flatMap((each) => [
    `  ${printable(holderText(each))}`,
    ...rowLines(each, 'gained', paint),
    ...rowLines(each, 'lost', paint),
  ]);
  return `${paint('Permissions', 'head')}\n${lines.join('\n')}\n`;
};

const rowLines = (change: PermissionChange, which: 'gained' | 'lost', paint: Paint): string[] =>
  grouped(change[which]).map(({ row, actions }) => {
    const sign = ruleSign(row, which);
    const parts = [
      row.effect,
      ...(row.principal === '' ? [] : [`${row.principal.replace(/^\w+:/, '')}:`]),
      enumerated(actions, 8),
      ...(row.resource === '' ? [] : [`on ${row.resource}`]),
      ...(row.condition === '' ? [] : [`if ${row.condition}`]),
      ...(row.when === '' ? [] : ['(perhaps)']),
    ];
    return `    ${paint(sign, sign)} ${printable(parts.join(' '))}`;
  });

/** Whose permissions: `Role may` of a role, `who may use Queue` of a resource. */
export const holderText = ({ id, relation, holder }: PermissionChange): string => {
  const state = holder === 'kept' ? '' : ` (${holder})`;
  return relation === 'identity'
    ? `${id}${state} may`
    : relation === 'trust'
      ? `who may assume ${id}${state}`
      : `who may use ${id}${state}`;
};

const placeText = (at: ResourceChange['at'], file: string | undefined): string => {
  const shown = fileAndLine(at, file);
  return shown === undefined ? '' : `  ${printable(shown)}`;
};
