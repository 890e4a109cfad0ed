import { type Document, isCollection, isPair, isScalar, type Range, type YAMLParseError } from 'yaml';
import { inGroups } from '../model/counted.ts';
import { message } from '../model/problem.ts';
import type { ReportAt } from './entries.ts';
import { indentationFault, unfinishedKeyAbove } from './indentation.ts';

const Syntax = message('yaml-syntax', 'error', (detail: string) => detail);
const NoColon = message(
  'yaml-syntax',
  'error',
  (key: string) => `'${key}' needs a ':' behind it: what is below is indented as a part of it.`,
);

/** What the reader says, as a pattern, and what helps a person more. */
const clearer: readonly (readonly [RegExp, string])[] = [
  [
    /^Nested mappings are not allowed/,
    "This line has a second ': '. Put the value in quotes, or the nested map on the next line.",
  ],
  [/^Implicit map keys need to be followed/, "A key must be followed by ': '."],
  [
    /^Implicit keys need to be on a single line/,
    "This key is indented more than the keys around it, or a ':' or a quote is missing above.",
  ],
  [/^All mapping items must start at the same column/, 'This key must be indented like the other keys of its map.'],
  [/^All sequence items must start at the same column/, 'This item must be indented like the other items of its list.'],
  [/^Alias cannot be an empty string/, "'*' must be in quotes; without them it names an anchor."],
  [/^Unexpected block-seq-ind on same line/, 'A list cannot begin on the line of its key; put it on the next line.'],
];

/** These say that a line is not indented as it should be. */
const misindented = /^(All mapping items must start at|Implicit keys need to be on a single line)/;

/** So many of them are explained by the lines around them. */
const mostExplained = 20;

/** What was opened and never closed is reported where it was opened. */
const unclosed: readonly (readonly [RegExp, string, string])[] = [
  [/^Missing closing /, `"'`, 'The quote that opens here is never closed.'],
  [
    /^Flow map (?:must|in block collection must be sufficiently indented and) end with/,
    '{',
    "The '{' that opens here is never closed.",
  ],
  [
    /^Flow sequence (?:must|in block collection must be sufficiently indented and) end with/,
    '[',
    "The '[' that opens here is never closed.",
  ],
];

const More = message(
  'yaml-syntax',
  'error',
  (count: number) =>
    `There ${count === 1 ? 'is one more syntax error' : `are ${inGroups(count)} more syntax errors`} from here on. Correct those above first; many others follow from them.`,
);

/** More than a person reads. */
const mostErrors = 100;

/** Reports the first syntax errors of a file, and how many more there are. */
export class SyntaxErrors {
  readonly #report: ReportAt;
  #count = 0;
  #firstLeftOut: readonly [start: number, end: number] | undefined;

  constructor(report: ReportAt) {
    this.#report = report;
  }

  readonly add: ReportAt = (found, start, end) => {
    this.#count++;
    if (this.#count <= mostErrors) this.#report(found, start, end);
    else this.#firstLeftOut ??= [start, end];
  };

  /** @param more errors that were not even added */
  finish(more: number): void {
    if (this.#firstLeftOut) this.#report(More(this.#count - mostErrors + more), ...this.#firstLeftOut);
  }
}

/** Reports the syntax errors of a document, each in words and at a place that help. */
export const reportSyntax = (
  text: string,
  document: Document.Parsed,
  errors: readonly YAMLParseError[],
  report: ReportAt,
): void => {
  const open = errors.length > 0 ? openings(document) : new Map<number, number[]>();
  // In JSON, a quote that is never closed swallows all the brackets that would have closed others.
  const inBrackets = isCollection(document.contents) && document.contents.flow === true;
  const quote = errors.find(({ message: detail }) => detail.startsWith('Missing closing'));
  const multiline = new Set(errors.filter(isMultilineKey).map(({ pos }) => pos[0]));
  let previous = -1;
  let explained = 0;
  let afterTab = false;
  let braceLine: number | undefined;
  for (const error of errors) {
    const { message: detail, pos } = error;
    const line = text.lastIndexOf('\n', pos[0] - 1);
    // What is behind a text that ended too early is nowhere to be put.
    if (line === braceLine || (braceLine !== undefined && /^Unexpected .* in YAML stream/.test(detail))) continue;
    // How lines are nested cannot be told behind a tab.
    if (afterTab && !unclosed.some(([pattern]) => pattern.test(detail))) continue;
    if (isTab(error)) {
      afterTab = true;
      reportTab(text, pos[0], report);
      continue;
    }
    const brace = braceInText(text, line + 1, pos[0]);
    if (brace !== undefined) {
      braceLine = line;
      report(Syntax(BraceInFlow), brace, brace + 1);
      continue;
    }
    // A second error at the same place follows from the first, or says less.
    if (pos[0] === previous || (multiline.has(pos[0]) && !isMultilineKey(error))) continue;
    previous = pos[0];
    const [, opens, words] = unclosed.find(([pattern]) => pattern.test(detail)) ?? [];
    const starts = opens === undefined ? undefined : open.get(pos[0]);
    const index = starts?.findIndex((start) => opens!.includes(text[start]!)) ?? -1;
    if (words !== undefined && index >= 0) {
      const [start] = starts!.splice(index, 1) as [number];
      const swallowed = inBrackets && quote !== undefined && quote !== error && pos[0] >= quote.pos[0];
      if (!swallowed) report(Syntax(words), start, start + 1);
      // Brackets in brackets all end at the same place.
      previous = -1;
    } else {
      const at = isMultilineKey(error) ? lastLine(text, pos) : afterSpaces(text, pos[0]);
      const explains = misindented.test(detail) && explained++ < mostExplained;
      const unfinished = explains ? unfinishedKeyAbove(text, at) : undefined;
      if (unfinished !== undefined) {
        report(NoColon(unfinished.key), unfinished.start, unfinished.end);
        continue;
      }
      const fault = explains ? indentationFault(text, at) : undefined;
      const clear = fault ?? clearer.find(([pattern]) => pattern.test(detail))?.[1] ?? sentence(detail);
      report(Syntax(clear), at, Math.max(pos[1], at + 1));
    }
  }
};

const BraceInFlow =
  "A brace inside a text ends it here. Put the text in quotes, or give it a line of its own: between '[' and ']' or '{' and '}' braces are YAML's.";

/** A `{` right behind the characters of a text without quotes, as in `{T: ${X}}` and `[GET /x/{id}]`, on the line of an error. */
const braceInText = (text: string, lineStart: number, at: number): number | undefined => {
  const before = text.slice(Math.max(lineStart, at - 500), at + 1);
  if (!/[[{]/.test(before)) return undefined;
  const start = at + 1 - before.length;
  let quote = '';
  for (let index = 0; index < before.length; index++) {
    const character = before[index]!;
    if (quote !== '') {
      if (quote === '"' && character === '\\') index++;
      else if (character === quote) quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '{' && index > 0 && !/[\s,:[{'"]/.test(before[index - 1]!)) return start + index;
  }
  return undefined;
};

const isTab = ({ message: detail }: YAMLParseError): boolean => detail.startsWith('Tabs are not allowed');

const reportTab = (text: string, at: number, report: ReportAt): void => {
  const lines = text.match(/^ *\t[ \t]*\S/gm)?.length ?? 1;
  const others = lines === 2 ? ' So is 1 other line.' : lines > 2 ? ` So are ${lines - 1} other lines.` : '';
  const start = text.indexOf('\t', at);
  report(Syntax(`This line is indented with a tab; YAML takes spaces only.${others}`), start, start + 1);
};

const isMultilineKey = ({ code }: YAMLParseError): boolean => code === 'MULTILINE_IMPLICIT_KEY';

const afterSpaces = (text: string, at: number): number => {
  const spaces = /^ *(?=\S)/.exec(text.slice(at, at + 200));
  return at + (spaces?.[0].length ?? 0);
};

const lastLine = (text: string, [start, end]: readonly [number, number]): number =>
  afterSpaces(text, Math.max(start, text.lastIndexOf('\n', end - 1) + 1));

/** Where quoted texts and lists and maps in brackets begin, by where they end; inner ones first. */
const openings = (document: Document.Parsed): Map<number, number[]> => {
  const found = new Map<number, number[]>();
  const add = (range: Range | null | undefined): void => {
    if (!range) return;
    const starts = found.get(range[1]);
    if (starts) starts.push(range[0]);
    else found.set(range[1], [range[0]]);
  };
  const walk = (node: unknown): void => {
    if (isPair(node)) {
      walk(node.key);
      walk(node.value);
    } else if (isCollection(node)) {
      for (const item of node.items) walk(item);
      if (node.flow) add(node.range);
    } else if (isScalar(node) && node.type?.startsWith('QUOTE')) add(node.range);
  };
  walk(document.contents);
  return found;
};

const sentence = (detail: string): string => {
  const text = detail.trim();
  return /[.!?:]$/.test(text) ? text : `${text}.`;
};
