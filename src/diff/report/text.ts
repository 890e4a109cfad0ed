import type { Source } from '../../model/origin.ts';
import { type Line, line, linesText, type Paint, painter } from '../../report/painted.ts';
import { fileAndLine } from '../../report/position.ts';
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

/** The comparison for a person at a terminal. */
export const toText = (diff: TemplateDiff, colour: boolean): string => {
  const paint = painter(colour);
  const unknown = macroText(diff.change);
  const head = [
    line`${paint(titleText(diff), styles.head)} ${paint(`(${diff.from} → ${diff.to})`, styles.quiet)}: ${summaryOf(diff)}`,
    ...(unknown === undefined ? [] : [line`${unknown}`]),
  ];
  const blocks = [resourceLines(diff, paint), sectionLines(diff, paint), permissionLines(diff, paint)];
  return [linesText(head), consequenceText(diff, colour), ...blocks.map(linesText)]
    .filter((block) => block !== '')
    .join('\n');
};

const consequenceText = (diff: TemplateDiff, colour: boolean): string => {
  const sources = new Map<string, Source>();
  for (const { at, wasAt } of diff.consequences) {
    for (const span of [at, wasAt]) if (span?.source.file !== undefined) sources.set(span.source.file, span.source);
  }
  const text = problemsToText(toProblems(diff), { colour, source: (file) => sources.get(file) });
  const accepted = diff.consequences
    .filter((each) => each.accepted !== undefined)
    .flatMap((each) => [line`accepted ${each.id} ${each.text}`, line`  ${each.accepted!}`]);
  return text + linesText(accepted);
};

/** A block with its title; nothing where it has no lines. */
const titled = (title: string, lines: readonly Line[], paint: Paint): Line[] =>
  lines.length === 0 ? [] : [paint(title, styles.head), ...lines];

const resourceLines = ({ change: { compared, after, before } }: TemplateDiff, paint: Paint): Line[] => {
  const lines = compared.resources.flatMap((each) => {
    const sign = signOf(each);
    const file = each.after === undefined ? before.file : after.file;
    const place = paint(placeText(each.at, file), styles.quiet);
    return [
      line`  ${paint(sign, styles[sign])} ${nameText(each)} ${paint(typeText(each), styles.quiet)}: ${fateText(each)}${place}`,
      ...each.differences.map((one) => differenceLine(one, paint, each.replacing.includes(one))),
      ...each.attributes.map((one) => differenceLine(one, paint, false)),
      ...becauseLines(each),
    ];
  });
  return titled('Resources', lines, paint);
};

/** `OrdersVersion990b… → OrdersVersion2230…` */
const nameText = ({ id, formerId }: ResourceChange): string =>
  brief(formerId === undefined ? id : `${formerId} → ${id}`);

export const typeText = ({ type, before, after }: ResourceChange): string =>
  before && after && before.type !== after.type ? `${before.type} → ${after.type}` : type;

const differenceLine = ({ path, before, after, certain }: Difference, paint: Paint, replaces: boolean): Line => {
  const perhaps = certain ? '' : ' (perhaps the same)';
  return line`      ${path.join('.')}: ${changeText(before, after)}${perhaps}${replaces ? paint(' replaces it', styles['!']) : ''}`;
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
const becauseLines = ({ because }: ResourceChange): Line[] => {
  if (because.length === 0) return [];
  const names = [...new Set(because.map(({ on }) => `'${on}'`))];
  const paths = enumerated([...new Set(because.map(({ path }) => path.join('.')))], 3);
  return [line`      ${paths}: refers to ${enumerated(names)}, which ${names.length === 1 ? 'is' : 'are'} recreated`];
};

const sectionLines = ({ change: { compared } }: TemplateDiff, paint: Paint): Line[] => {
  const lines = compared.sections.map(
    ({ section, path, before, after }) => line`  ${section}.${path.join('.')}: ${changeText(before, after)}`,
  );
  return titled('Other sections', lines, paint);
};

const permissionLines = (diff: TemplateDiff, paint: Paint): Line[] => {
  const lines = permissionsOf(diff).flatMap((each) => [
    line`  ${holderText(each)}`,
    ...rulesOf(each).map(({ sign, text, rest }) => {
      const narrower = rest === '' ? '' : ` → ${rest}`;
      return line`    ${paint(sign, styles[sign])} ${text}${narrower}`;
    }),
  ]);
  return titled('Permissions', lines, paint);
};

/** One line of the permissions: what is gained, lost, or narrowed to a rest. */
interface Rule {
  readonly sign: '+' | '-' | '~';
  readonly text: string;
  readonly rest: string;
}

const rulesOf = (change: PermissionChange): Rule[] => [
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
  return shown === undefined ? '' : `  ${shown}`;
};
