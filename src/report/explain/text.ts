import { counted } from '../../model/counted.ts';
import { didYouMean } from '../../model/nearest.ts';
import type { Place } from '../../model/problem.ts';
import type { Json } from '../../model/tree.ts';
import { printable, withoutCommands } from '../printable.ts';
import { codeFrame, type TextOptions } from '../text.ts';
import { columns } from './columns.ts';
import type { Explanation, Made, Reason, Traced, Written } from './explanation.ts';
import { filesText } from './files.ts';

export interface ExplainTextOptions extends TextOptions {
  /** How the template is called; other files are named with their lines. */
  readonly file: string;
}

/** An explanation for a person to read. */
export const explanationText = (explanation: Explanation, options: ExplainTextOptions): string =>
  withoutCommands(wordsOf(printableParts(explanation), options));

/** The same with names and words that cannot take over a terminal. Places keep their files, by which texts are found. */
const printableParts = <T>(value: T): T => {
  if (typeof value === 'string') return printable(value) as T;
  if (Array.isArray(value)) return value.map(printableParts) as T;
  if (typeof value !== 'object' || value === null) return value;
  const isPlace = 'line' in value && 'endColumn' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [printable(key), isPlace ? inner : printableParts(inner)]),
  ) as T;
};

const wordsOf = (explanation: Explanation, options: ExplainTextOptions): string => {
  switch (explanation.kind) {
    case 'template':
      return templateText(explanation, options);
    case 'resource':
      return resourceText(explanation, options);
    case 'value':
      return valueText(explanation, options);
    case 'line':
      return lineText(explanation, options);
    case 'entry':
      return entryText(explanation, options);
    case 'no line':
      return `${explanation.words}\n`;
    default:
      return nothingText(explanation);
  }
};

type Kind<K extends Explanation['kind']> = Extract<Explanation, { kind: K }>;

const templateText = ({ written, shared, count }: Kind<'template'>, options: ExplainTextOptions): string => {
  const parts = [
    `${printable(options.file)}: ${counted(written.length, 'resource')} ${become(written.length)} ${count}\n`,
  ];
  for (const each of written) parts.push(writtenText(each, options));
  if (shared.length > 0) parts.push(`For several of them\n${table(shared, undefined, options)}`);
  return parts.join('\n');
};

const writtenText = (written: Written, options: ExplainTextOptions): string => {
  const { id, type, place } = written;
  const where = place === undefined ? '' : `, ${lineOf(place, options)}`;
  return `${id} (${type}${where}) ${becomesText(written, options)}`;
};

const becomesText = ({ id, unchanged, becomes }: Written, options: ExplainTextOptions): string => {
  if (unchanged && becomes.length === 1) return 'stays as it is\n';
  return becomes.length === 0 ? 'becomes nothing\n' : `becomes\n${table(becomes, id, options)}`;
};

/** Resources below each other: id, type, and why they are there. */
const table = (made: readonly Made[], owner: string | undefined, options: ExplainTextOptions): string => {
  const rows = made.map(({ id, type, reason }) => [id, type, reason ? whyText(id, reason, owner, options) : '']);
  return columns(rows);
};

const whyText = (id: string, reason: Reason, owner: string | undefined, options: ExplainTextOptions): string => {
  if (id === owner) return '';
  const suffix = ` of '${owner}'`;
  if (reason.lacks !== undefined) {
    const what =
      reason.words === `'${owner}'`
        ? ''
        : ` by ${reason.words.endsWith(suffix) ? reason.words.slice(0, -suffix.length) : reason.words}`;
    return `because no '${reason.lacks}' is named${what}, ${lineOf(reason.place, options)}`;
  }
  if (reason.words === `'${owner}'`) return `for '${owner}' itself`;
  const words = reason.words.endsWith(suffix) ? reason.words.slice(0, -suffix.length) : reason.words;
  return `for ${words}, ${lineOf(reason.place, options)}`;
};

const resourceText = (explanation: Kind<'resource'>, options: ExplainTextOptions): string => {
  const { written, made, values, files } = explanation;
  const parts: string[] = [];
  if (written) {
    parts.push(
      `${written.id} (${written.type})\n${frameOf(written.place, options)}It ${becomesText(written, options)}`,
    );
  }
  if (made && made.id !== written?.id) {
    const { id, type, reason } = made;
    parts.push(reason ? `${id} (${type}) is there ${because(reason, options)}` : `${id} (${type})\n`);
  }
  if (files.length > 0) parts.push(files.map(filesText).join(''));
  if (made && values.length > 0) {
    parts.push(`These values of ${made.id} (${made.type}) were written\n${traced(values, options)}`);
  }
  return parts.join('\n');
};

/** A reason with the lines it stands at. */
const because = (reason: Reason, options: ExplainTextOptions): string =>
  reason.lacks === undefined
    ? `because of ${placed(reason, options)}`
    : `because ${placed({ ...reason, words: `${reason.words} names no '${reason.lacks}'` }, options)}`;

const placed = (reason: Reason, options: ExplainTextOptions): string =>
  `${reason.words}\n${frameOf(reason.place, options)}${alsoText(reason, options)}`;

const traced = (values: readonly Traced[], options: ExplainTextOptions): string =>
  columns(
    values.map(({ pointer, reason }) => [
      pointer.split('/').slice(3).join('/'),
      lineOf(reason.place, options),
      reason.words,
    ]),
  );

const valueText = ({ pointer, value, exact, reason }: Kind<'value'>, options: ExplainTextOptions): string => {
  const head = `${pointer} is ${shown(value)}`;
  if (reason === undefined) return `${head}\n`;
  if (exact && reason.lacks === undefined) return `${head}\nIt comes from ${placed(reason, options)}`;
  return `${head}\nIt was made${exact ? '' : ' together with what is around it,'} ${because(reason, options)}`;
};

const lineText = ({ words, place, results, around }: Kind<'line'>, options: ExplainTextOptions): string => {
  const head = `Line ${place.line} is ${words}\n${frameOf(place, options)}`;
  if (results.length > 0) return `${head}It became\n${results.map((pointer) => `  ${pointer}\n`).join('')}`;
  if (around.length === 0) return `${head}Nothing in the expanded template comes from it.\n`;
  return `${head}No value comes from this line alone. What is around it became\n${table(around, undefined, options)}`;
};

const entryText = ({ words, place, pointer, uses }: Kind<'entry'>, options: ExplainTextOptions): string => {
  const head = `${words[0]!.toUpperCase()}${words.slice(1)}\n${frameOf(place, options)}`;
  const kept = pointer === undefined ? '' : `In the expanded template it is ${pointer}.\n`;
  if (uses === undefined) return `${head}${kept}`;
  if (uses.length === 0) return `${head}Nothing uses it.\n${kept}`;
  return `${head}It is used by\n${columns(uses.map((use) => [use.words, lineOf(use.place, options)]))}${kept}`;
};

const nothingText = ({ target, near, stages }: Kind<'nothing'>): string =>
  stages.length > 0
    ? `'${target}' is only in the stage ${stages.map((stage) => `'${stage}'`).join(' and in ')}; ask with '--stage ${stages[0]}'.\n`
    : `There is no '${target}', neither in the template nor in what it becomes.${didYouMean(near)}\n`;

const alsoText = ({ related }: Reason, options: ExplainTextOptions): string =>
  related.length === 0 ? '' : `It also has to do with ${related.map((place) => lineOf(place, options)).join(', ')}.\n`;

/** The lines around a place, with the file and the line before them where it is not the template. */
const frameOf = (place: Place | undefined, options: ExplainTextOptions): string => {
  if (place === undefined) return '';
  const where = place.file === undefined || place.file === options.file ? '' : `${lineOf(place, options)}\n`;
  return `\n${where}${codeFrame({ ...place, level: 'info' }, options)}`;
};

const lineOf = ({ file, line }: Place, options: ExplainTextOptions): string =>
  file === undefined || file === options.file ? `line ${line}` : `${printable(file)}:${line}`;

const become = (count: number): string => (count === 1 ? 'becomes' : 'become');

const shown = (value: Json): string => {
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};
