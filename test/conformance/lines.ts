import { read } from '../../src/lower.ts';
import type { JsonMap } from '../../src/model/tree.ts';
import { printSam, printSpec } from '../../src/spec/print/index.ts';
import type { Case } from './cases.ts';

/**
 * Lines of a case that are not empty. CloudFormation runs SAM only for a template with the line `Transform:`, as the compact
 * form needs `synth: 1`. Most cases leave that line out; it is counted for them, and nothing else is.
 */
export interface Lines {
  readonly name: string;
  /** The compact spec, as it is printed. */
  readonly compact: number;
  /** The SAM template, printed by the same printer with the same settings. */
  readonly sam: number;
  /** The same as `synth convert --to sam` prints it: resources and their properties are never on one line. */
  readonly converted: number;
  /** The same as its author laid it out. */
  readonly written: number;
  /** What the lines of the compact spec say, by section and key. */
  readonly content: ReadonlyMap<string, number>;
}

export const linesIn = ({ name, file, template }: Case, text: string): Lines => {
  const document = read(template, file);
  const root = document.root as JsonMap;
  const transform = Object.hasOwn(root, 'Transform') ? 0 : 1;
  return {
    name,
    compact: linesOf(text),
    sam: linesOf(printSpec(root, document)) + transform,
    converted: linesOf(printSam(root, 'fresh', document)) + transform,
    written: linesOf(template) + transform,
    content: contentOf(text),
  };
};

const filled = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
const linesOf = (text: string): number => filled(text).length;

/** Counts lines by what they belong to: `function events`, `resource AWS::SSM::Parameter`, `text in function inline`. */
const contentOf = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  let [word, key, type] = ['', '', ''];
  /** Where the keys of an entry begin: two columns further right below a section than below a heading. */
  let inner = 0;
  let block = Number.POSITIVE_INFINITY;
  const lines = filled(text);
  for (const [at, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length;
    const first = line.trim().split(':')[0]!;
    const isHeading = indent === 0 && first.includes(' ') && !line.startsWith('#');
    if (indent <= block) block = Number.POSITIVE_INFINITY;
    if (indent === 0) [word, key, inner] = [first.split(' ')[0]!, 'section', isHeading ? 2 : 4];
    if (isHeading || indent === inner - 2) {
      type = /\btype: (AWS::\w+::\w+)/.exec(entryAt(lines, at, indent))?.[1] ?? '';
      if (isHeading || indent > 0) key = line.endsWith(':') ? 'entry' : 'entry on one line';
    } else if (indent === inner && !line.trim().startsWith('-') && block === Number.POSITIVE_INFINITY)
      key = first.split(' ')[0]!;
    const what = line.trim().startsWith('#') ? 'comments' : nameOf(indent > block, word, key, type);
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (block === Number.POSITIVE_INFINITY && /[:\s]\|-?$/.test(line)) block = indent;
  }
  return counts;
};

const entryAt = (lines: readonly string[], at: number, indent: number): string => {
  const next = lines.findIndex((line, index) => index > at && line.search(/\S/) <= indent);
  return lines.slice(at, next < 0 ? undefined : next).join('\n');
};

const nameOf = (isText: boolean, word: string, key: string, type: string): string => {
  if (isText) return `text in ${word} ${key}`;
  if (word.startsWith('resource') && type !== '') return `resource ${type}`;
  return key === 'section' ? `the line ${word}` : `${word} ${key}`;
};

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** The median of some shares, in thousandths. */
export const medianPermille = (lines: readonly Lines[], of: 'sam' | 'converted' | 'written'): number =>
  quantile(lines, of, 0.5);

const quantile = (lines: readonly Lines[], of: 'sam' | 'converted' | 'written', part: number): number => {
  const ratios = lines.map((each) => each.compact / each[of]).sort((left, right) => left - right);
  return Math.round(1000 * (ratios[Math.floor(ratios.length * part)] ?? 0));
};

const titles = {
  sam: 'SAM from the same printer with the same settings',
  converted: "SAM as 'synth convert --to sam' prints it",
  written: 'SAM as its authors laid it out',
} as const;

/** The lines of the compact form in percent of those of SAM, one line for each way to print SAM. */
export const summaryOf = (lines: readonly Lines[]): string[] =>
  (Object.keys(titles) as (keyof typeof titles)[]).map((of) => {
    const [low, median, high] = [0.25, 0.5, 0.75].map((part) => (quantile(lines, of, part) / 10).toFixed(1));
    return `${titles[of].padEnd(50)} ${median} % in the median, ${low} % and ${high} % at the quartiles`;
  });

/** What the lines of the compact form consist of, the most frequent first, and each case with its share. */
export const tableOf = (lines: readonly Lines[]): string[] => {
  const total = lines.reduce((sum, { compact }) => sum + compact, 0);
  const content = new Map<string, number>();
  for (const each of lines)
    for (const [what, count] of each.content) content.set(what, (content.get(what) ?? 0) + count);
  const cases = lines.toSorted((left, right) => left.compact / left.sam - right.compact / right.sam);
  return [
    ...[...content]
      .sort(([, left], [, right]) => right - left)
      .map(([what, count]) => `${String(count).padStart(6)} ${share(count, total).padStart(7)}  ${what}`),
    '',
    ...cases.map(
      ({ name, compact, sam }) =>
        `${String(compact).padStart(6)} of ${String(sam).padStart(4)} ${share(compact, sam).padStart(8)}  ${name}`,
    ),
  ];
};
