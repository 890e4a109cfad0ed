import { counted } from '../model/counted.ts';
import type { Source } from '../model/origin.ts';
import type { Level, Problem } from '../model/problem.ts';
import { lineText } from './position.ts';
import { printable, withoutCommands } from './printable.ts';

/** How problems are shown. */
export interface TextOptions {
  readonly colour: boolean;
  /** The text of a file that a problem names, for the code frame. */
  readonly source: (file: string) => Source | undefined;
}

/** Problems for a person: `file:line:column level code message`, and below it the lines around the place. */
export const toText = (problems: readonly Problem[], options: TextOptions): string =>
  withoutCommands(problems.map((problem) => `${headline(problem, options)}\n${codeFrame(problem, options)}`).join(''));

/** How many problems there were: `2 errors and 1 warning`; empty without any. */
export const summary = (problems: readonly Problem[]): string => {
  const parts = levels
    .map((level) => [level, problems.filter((problem) => problem.level === level).length] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => (level === 'info' ? `${count} info` : counted(count, level)));
  const last = parts.pop();
  if (last === undefined) return '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
};

const levels: readonly Level[] = ['error', 'warning', 'info'];

const styles = { error: '1;31', warning: '1;33', info: '1;34', place: '1', quiet: '2' };

const paint = (text: string, style: keyof typeof styles, { colour }: TextOptions): string =>
  colour ? `\u001b[${styles[style]}m${text}\u001b[0m` : text;

const headline = ({ file, line, column, level, code, message }: Problem, options: TextOptions): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const start = place === '' ? '' : `${paint(printable(place), 'place', options)} `;
  return `${start}${paint(level, level, options)} ${paint(code, 'quiet', options)} ${printable(message)}`;
};

/** At most so many characters of a line are shown. */
const width = 160;

/** What a code frame shows: the place, and the level whose colour it has. */
export type Framed = Pick<Problem, 'file' | 'line' | 'column' | 'endLine' | 'endColumn' | 'level'>;

/** The lines around a place, with a mark under it; empty where the file's text is not there. */
export const codeFrame = (framed: Framed, options: TextOptions): string => {
  const { file, line, column, level } = framed;
  const source = file === undefined ? undefined : options.source(file);
  if (source === undefined || source.text.trim() === '' || line === undefined || column === undefined) return '';
  const gutter = String(line + 1).length;
  const left = windowStart(lineText(source, line), column);
  const rows: string[] = [];
  for (const number of [line - 1, line, line + 1]) {
    const text = number < 1 ? undefined : lineText(source, number);
    if (text === undefined || (number !== line && text.trim() === '')) continue;
    const marker = number === line ? paint('>', level, options) : ' ';
    const shown = text.slice(left, left + width);
    rows.push(
      `${marker} ${paint(`${String(number).padStart(gutter)} |`, 'quiet', options)} ${printable(shown)}`.trimEnd(),
    );
    if (number === line) {
      const mark = underline(shown, column - left, lengthOf(framed, text));
      rows.push(`  ${' '.repeat(gutter)} ${paint('|', 'quiet', options)} ${mark[0]}${paint(mark[1], level, options)}`);
    }
  }
  return `${rows.join('\n')}\n\n`;
};

/** Long lines, those of JSON on one line above all, are cut to what is around the place. */
const windowStart = (text: string, column: number): number =>
  text.length <= width ? 0 : Math.max(0, Math.min(column - 1 - width / 4, text.length - width));

/** How much of its first line a problem covers. */
const lengthOf = ({ line, column, endLine, endColumn }: Framed, text: string): number => {
  const end = endLine === line && endColumn !== undefined ? endColumn : text.trimEnd().length + 1;
  return Math.max(1, end - column!);
};

/** The blank before the mark, as wide as the text it stands under, and the mark itself. */
const underline = (shown: string, column: number, length: number): [string, string] => {
  const before = [...shown.slice(0, column - 1)]
    .map((each) => (each === '\t' ? each : ' '.repeat(cells(each))))
    .join('');
  const marked = [...shown.slice(column - 1, column - 1 + length)].reduce((sum, each) => sum + cells(each), 0);
  return [before, '^'.repeat(Math.max(1, marked))];
};

/** How many cells of a terminal a character takes. */
const cells = (character: string): number => {
  // The expressions below take longer to compile than all else here.
  if (character < '\u0300') return 1;
  if (/\p{Mark}/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  )
    ? 2
    : 1;
};
