import { parseDocument, type Scalar as YamlScalar } from 'yaml';

/** The characters that end a line in YAML 1.1 and not in 1.2. */
const oldBreaks = /[\x85\u2028\u2029]/g;

/** A text in which all that ends a line in YAML 1.1 does so in 1.2; every character keeps its place. */
export const withYamlBreaks = (text: string): string => text.replace(oldBreaks, '\n');

/** Those that a scalar keeps as they are, while all other line breaks become line feeds. */
const kept = /[\u2028\u2029]/;

/** Whether a text has any of them. */
export const hasSeparators = (text: string): boolean => kept.test(text);

/**
 * The value of a scalar that spans a line separator or a paragraph separator, as YAML 1.1 has it; undefined for any other.
 * @param text the text that was read, with its own line breaks
 */
export const separatedText = (text: string, { type, range, value }: YamlScalar): string | undefined => {
  if (!range) return undefined;
  const written = text.slice(range[0], range[1]);
  if (!kept.test(written)) return undefined;
  if (type === 'QUOTE_DOUBLE') return parsed(escapedBreaks(written)) ?? String(value);
  if (type === 'QUOTE_SINGLE') return folded(written.slice(1, -1)).replaceAll("''", "'");
  if (type === 'PLAIN') return folded(written);
  return blockText(written) ?? String(value);
};

const parsed = (text: string): string | undefined => {
  const { contents, errors } = parseDocument(text, { schema: 'failsafe', version: '1.1', logLevel: 'silent' });
  return errors.length === 0 ? String((contents as YamlScalar | null)?.value) : undefined;
};

/** Line breaks with the white space around them. */
const runs = /(?<![ \t])[ \t]*(?:\r\n|[\n\x85\u2028\u2029])(?:[ \t]|\r\n|[\n\x85\u2028\u2029])*/g;

const breaksIn = (run: string): string[] =>
  [...run.matchAll(/\r\n|[\n\x85\u2028\u2029]/g)].map(([found]) => (kept.test(found) ? found : '\n'));

/** What a run of line breaks is in a flow scalar: a line feed alone becomes a space; of several, the first is dropped. */
const foldedRun = (run: string): string => {
  const [first, ...more] = breaksIn(run);
  if (first !== '\n') return [first, ...more].join('');
  return more.length === 0 ? ' ' : more.join('');
};

const folded = (text: string): string => text.replace(runs, foldedRun);

/** The same in double quotes, where a line feed can be escaped and what is folded is written by escapes. */
const escapedBreaks = (text: string): string =>
  text.replace(runs, (run, at: number) => {
    const isEscaped = !/^[ \t]/.test(run) && backslashesBefore(text, at) % 2 === 1;
    const content = isEscaped ? breaksIn(run).slice(1).join('') : foldedRun(run);
    const escapes = content.replace(/[\n\u2028\u2029]/g, (each) => ({ '\n': '\\n', '\u2028': '\\L' })[each] ?? '\\P');
    // The backslash before the run stays: it takes the break that is made here.
    return isEscaped ? `\n${escapes}` : escapes;
  });

const backslashesBefore = (text: string, at: number): number => {
  let count = 0;
  while (text[at - 1 - count] === '\\') count++;
  return count;
};

/** A block scalar; undefined where its header says how far it is indented from what is around it. */
const blockText = (written: string): string | undefined => {
  const [header] = /^[^\n\x85\u2028\u2029]*(?:\n|[\x85\u2028\u2029])/.exec(written) ?? [''];
  if (/^[|>][-+]?\d/.test(header)) return undefined;
  const lines = [...written.slice(header.length).matchAll(/([^\n\x85\u2028\u2029]*)(\n|[\x85\u2028\u2029]|$)/g)].map(
    ([, line = '', end = '']) => ({ line: line.replace(/\r$/, ''), end: kept.test(end) ? end : end && '\n' }),
  );
  if (lines.at(-1)?.line === '' && lines.at(-1)?.end === '') lines.pop();
  const first = lines.find(({ line }) => line.trim() !== '');
  const indent = first ? /^ */.exec(first.line)![0].length : Number.POSITIVE_INFINITY;
  const content = lines.map(({ line, end }) => ({ line: line.slice(indent), end }));
  let last = content.length;
  while (last > 0 && content[last - 1]!.line === '') last--;
  const isFolded = header.startsWith('>');
  let text = '';
  let open = '';
  let isIndented = false;
  for (const { line, end } of content.slice(0, last)) {
    // A line feed between two lines of text is a space, unless empty lines follow it.
    if (line === '') open += end;
    else {
      const folds = isFolded && open.startsWith('\n') && text !== '' && !isIndented && !/^[ \t]/.test(line);
      text += (folds ? open.slice(1) || ' ' : open) + line;
      open = end;
      isIndented = /^[ \t]/.test(line);
    }
  }
  const chomping = /^[|>]\d?([-+]?)/.exec(header)?.[1];
  if (chomping !== '-') text += content[last - 1]?.end ?? '';
  if (chomping === '+')
    text += content
      .slice(last)
      .map(({ end }) => end)
      .join('');
  return text;
};
