import type { Source } from '../../model/origin.ts';
import { fileAndLine } from '../../report/position.ts';
import { printable } from '../../report/printable.ts';
import { toText as problemsToText } from '../../report/text.ts';
import type { ResourceChange } from '../compare/changes.ts';
import type { Difference } from '../compare/differences.ts';
import { macroText } from '../macros.ts';
import type { PermissionChange } from '../permissions/changes.ts';
import type { Row } from '../permissions/rows.ts';
import { brief } from '../words/brief.ts';
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
    const name = nameText(each);
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

/** `OrdersVersion990b… → OrdersVersion2230…` */
const nameText = ({ id, formerId }: ResourceChange): string =>
  brief(formerId === undefined ? id : `${formerId} → ${id}`);

export const typeText = ({ type, before, after }: ResourceChange): string =>
  before && after && before.type !== after.type ? `${before.type} → ${after.type}` : type;

const differenceText = ({ path, before, after, certain }: Difference, paint: Paint, replaces: boolean): string => {
  const perhaps = certain ? '' : ' (perhaps the same)';
  return `      ${printable(path.join('.'))}: ${printable(changeText(before, after))}${perhaps}${replaces ? paint(' replaces it', '!') : ''}`;
};

/** Whether a value names a local file or folder by what is in it. */
const isDigest = (value: Difference['before']): boolean =>
  typeof value === 'string' && /^[0-9a-f]{64}(?:\.\w+)?$/.test(value);

/** `3 → 5`, `+ 5`, `- 3`; what only differs in parts that are cut is shown in full. */
export const changeText = (before: Difference['before'], after: Difference['after']): string => {
  if (before === undefined) return `+ ${shown(after, brief)}`;
  if (after === undefined) return `- ${shown(before, brief)}`;
  if ([before, after].every(isDigest)) return 'other content';
  const [old, now] = [shown(before, brief), shown(after, brief)];
  return old === now ? `${shown(before)} → ${shown(after)}` : `${old} → ${now}`;
};

/** What follows from the replacement of others, in one line. */
const becauseText = ({ because }: ResourceChange): string[] => {
  if (because.length === 0) return [];
  const names = [...new Set(because.map(({ on }) => `'${on}'`))];
  const paths = enumerated([...new Set(because.map(({ path }) => printable(path.join('.'))))], 3);
  return [`      ${paths}: refers to ${enumerated(names)}, which ${names.length === 1 ? 'is' : 'are'} recreated`];
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
    ...permissionLines(each).map(({ sign, text, rest }) => {
      const narrower = rest === '' ? '' : ` → ${rest}`;
      return `    ${paint(sign, sign)} ${printable(text + narrower)}`;
    }),
  ]);
  return `${paint('Permissions', 'head')}\n${lines.join('\n')}\n`;
};

/** One line of the permissions: what is gained, lost, or narrowed to a rest. */
interface PermissionLine {
  readonly sign: '+' | '-' | '~';
  readonly text: string;
  readonly rest: string;
}

const permissionLines = (change: PermissionChange): PermissionLine[] => [
  ...(['gained', 'lost'] as const).flatMap((which) =>
    grouped(change[which]).map(({ row, actions }) => ({
      sign: ruleSign(row, which),
      text: rowText(row, actions),
      rest: '',
    })),
  ),
  ...change.narrowed.map(({ from, to }) => ({
    sign: '~' as const,
    text: rowText(from, [from.action]),
    rest: enumerated(grouped(to).map(({ row, actions }) => rowText(row, actions))),
  })),
];

const rowText = (row: Row, actions: readonly string[]): string =>
  [
    row.effect,
    ...(row.principal === '' ? [] : [`${brief(row.principal.replace(/^\w+:/, ''))}:`]),
    enumerated(actions, 8),
    ...(row.resource === '' ? [] : [`on ${brief(row.resource)}`]),
    ...(row.condition === '' ? [] : [`if ${brief(row.condition)}`]),
    ...(row.when === '' ? [] : ['(perhaps)']),
  ].join(' ');

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
