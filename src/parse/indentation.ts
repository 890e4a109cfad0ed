/** A line above that the line in question could stand beside: how far it is indented, and its key. */
interface Level {
  readonly indent: number;
  readonly key: string;
}

/** So many lines above are looked at. */
const mostLines = 2000;

/**
 * How a line that fits none of the levels above it should be indented, in words; undefined where that cannot be told.
 * @param at an offset in the line
 */
export const indentationFault = (text: string, at: number): string | undefined => {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const own = levelOf(lineAt(text, start));
  if (!own) return undefined;
  const levels = levelsAbove(text, start);
  const level = meantLevel(own, levels, childIndent(text, start, own.indent));
  if (!level || level.indent === own.indent) return undefined;
  const around = levels[levels.indexOf(level) + 1];
  return around?.key === 'Resources' && around.indent === 0
    ? `The resource '${own.key}' is indented by ${spaces(own.indent)}; like '${level.key}' it must be indented by ${level.indent}.`
    : `'${own.key}' is indented by ${spaces(own.indent)}; beside '${level.key}' it must be ${level.indent}.`;
};

/** A line in which a `:` is missing, by its offsets, and what stands there. */
export interface Unfinished {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * The line above a line that is indented below it, where that should be a key and has no `:` behind it.
 * @param at an offset in the lower line
 */
export const unfinishedKeyAbove = (text: string, at: number): Unfinished | undefined => {
  const below = text.lastIndexOf('\n', at - 1) + 1;
  const own = levelOf(lineAt(text, below));
  const end = text.slice(0, below).trimEnd().length;
  const start = text.lastIndexOf('\n', end - 1) + 1;
  if (own === undefined || end - start > 200) return undefined;
  const [, indent, key] = /^( *)([A-Za-z][\w.:-]*(?: [\w.:-]+){0,2})$/.exec(text.slice(start, end)) ?? [];
  if (indent === undefined || key === undefined || indent.length >= own.indent) return undefined;
  const hasSiblings = levelsAbove(text, start).some((level) => level.indent === indent.length);
  return hasSiblings ? { start: start + indent.length, end, key } : undefined;
};

const spaces = (count: number): string => (count === 1 ? '1 space' : `${count} spaces`);

const lineAt = (text: string, start: number): string => {
  const end = text.indexOf('\n', start);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + 500));
};

const levelOf = (line: string): Level | undefined => {
  const [, indent, key] = /^( *)(?:- )?["']?([^\s"'#:][^"':]*?)["']?:(?:\s|$)/.exec(line) ?? [];
  return indent === undefined || key === undefined ? undefined : { indent: indent.length, key };
};

/** The keys that are open above a line, from the innermost outwards. */
const levelsAbove = (text: string, start: number): Level[] => {
  const levels: Level[] = [];
  let end = start - 1;
  for (let count = 0; end >= 0 && count < mostLines; count++) {
    const begin = text.lastIndexOf('\n', end - 1) + 1;
    const level = levelOf(lineAt(text, begin));
    if (level && level.indent < (levels.at(-1)?.indent ?? Number.POSITIVE_INFINITY)) levels.push(level);
    if (level?.indent === 0) break;
    end = begin - 1;
  }
  return levels;
};

/** How far the first line below is indented that belongs to a line; undefined where none does. */
const childIndent = (text: string, start: number, indent: number): number | undefined => {
  const end = text.indexOf('\n', start);
  const child = end < 0 ? undefined : levelOf(lineAt(text, end + 1));
  return child && child.indent > indent ? child.indent : undefined;
};

/** The level that a line is meant for: the one whose entries are indented like those of the line, else the nearest. */
const meantLevel = (own: Level, levels: readonly Level[], child: number | undefined): Level | undefined => {
  const alike = child === undefined ? undefined : levels.find((_, at) => levels[at - 1]?.indent === child);
  if (alike) return alike;
  const distance = ({ indent }: Level): number => Math.abs(indent - own.indent);
  return levels.reduce<Level | undefined>(
    (best, level) => (best === undefined || distance(level) < distance(best) ? level : best),
    undefined,
  );
};
