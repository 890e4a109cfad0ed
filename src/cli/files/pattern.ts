import { alternativesOf, mostAlternatives } from '../../model/alternatives.ts';
import { matchesStars } from '../../model/stars.ts';
import { printable } from '../../report/printable.ts';
import { UsageError } from '../usage.ts';

/** One character of a name: itself, any (`?`), any number of any (`*`), or one of a set (`[a-z]`, `[!a]`). */
type Sign = string | { readonly kind: 'any' | 'star' } | ((character: string) => boolean);

/** What a pattern says of one name: `**` stands for any number of folders; `isNot` for all names but these. */
type Part = '**' | { readonly isNot: boolean; readonly names: readonly (readonly Sign[])[] };

/** A pattern of paths, with slashes between its names. */
export interface PathPattern {
  /** The folder that all matches are in, as far as the pattern names it without wildcards; empty for this folder. */
  readonly base: string;
  matches(path: string): boolean;
}

/** Whether a path has wildcards. */
export const hasWildcards = (path: string): boolean => /[*?[{]|[@!]\(/.test(path);

/**
 * Reads a pattern: `*`, `?`, `**`, `[a-z]`, `{a,b}`, `@(a|b)`, and `!(a|b)` as a whole name; a backslash takes the next
 * character as it is. The time to match is at most that of the pattern's length times the path's.
 * @param hidden whether wildcards also stand for names that begin with a dot
 */
export const pathPattern = (text: string, hidden: boolean): PathPattern => {
  const alternatives = alternativesOf(text);
  if (alternatives === undefined) {
    throw new UsageError(
      `The pattern '${printable(text.slice(0, 60))}' stands for more than ${mostAlternatives} patterns.`,
    );
  }
  const all = alternatives.map((each) => each.split('/').map(partOf));
  const fixed = text.split('/').slice(0, -1);
  const first = fixed.findIndex(hasWildcards);
  const base = (first < 0 ? fixed : fixed.slice(0, first)).join('/');
  return {
    base: base === '' && text.startsWith('/') ? '/' : base,
    matches: (path) => {
      const names = path.split('/');
      return all.some((parts) => matchesParts(parts, names, hidden));
    },
  };
};

/** Name by name: which parts of the pattern may come next. */
const matchesParts = (parts: readonly Part[], names: readonly string[], hidden: boolean): boolean => {
  let open = reached(parts, [0]);
  for (const name of names) {
    const next: number[] = [];
    for (const at of open) {
      const part = parts[at];
      if (part === undefined) continue;
      if (part === '**') {
        if (hidden || !name.startsWith('.')) next.push(at);
      } else if (matchesPart(part, name, hidden)) next.push(at + 1);
    }
    open = reached(parts, next);
  }
  return open.has(parts.length);
};

/** The parts that may come next, those behind a `**` too. */
const reached = (parts: readonly Part[], from: readonly number[]): Set<number> => {
  const open = new Set<number>();
  for (const each of from) {
    let at = each;
    while (parts[at] === '**' && !open.has(at)) open.add(at++);
    open.add(at);
  }
  return open;
};

const matchesPart = ({ isNot, names }: Exclude<Part, '**'>, name: string, hidden: boolean): boolean => {
  const isHidden = name.startsWith('.');
  if (isNot) return (hidden || !isHidden) && !names.some((signs) => matchesName(signs, name));
  return names.some((signs) => (hidden || !isHidden || signs[0] === '.') && matchesName(signs, name));
};

const matchesName = (signs: readonly Sign[], name: string): boolean =>
  matchesStars(signs.length, name.length, {
    isStar: (at) => isKind(signs[at]!, 'star'),
    fits: (at, step) => {
      const sign = signs[at]!;
      if (typeof sign === 'function') return sign(name[step]!);
      return sign === name[step] || isKind(sign, 'any');
    },
  });

const isKind = (sign: Sign, kind: 'any' | 'star'): boolean => typeof sign === 'object' && sign.kind === kind;

const partOf = (text: string): Part => {
  if (text === '**') return text;
  const not = /^!\((.*)\)$/s.exec(text)?.[1];
  if (not !== undefined) return { isNot: true, names: not.split('|').map(signsOf) };
  if (/[!+*?]\(/.test(text.replace(/\\./gs, ''))) {
    throw new UsageError(
      `The pattern '${printable(text)}' has a group that is not supported.`,
      "Groups are {a,b} and @(a|b), and !(a|b) as a whole name. A backslash takes '(' as it is.",
    );
  }
  return { isNot: false, names: [signsOf(text)] };
};

const signsOf = (text: string): Sign[] => {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    const end = character === '[' ? text.indexOf(']', at + (/[!^]/.test(text[at + 1] ?? '') ? 3 : 2)) : -1;
    if (character === '\\' && at + 1 < text.length) signs.push(text[++at]!);
    else if (character === '*') signs.push({ kind: 'star' });
    else if (character === '?') signs.push({ kind: 'any' });
    else if (end > 0) {
      signs.push(setOf(text.slice(at + 1, end)));
      at = end;
    } else signs.push(character);
  }
  return signs;
};

/** `a-z_` between brackets. */
const setOf = (text: string): ((character: string) => boolean) => {
  const isNot = /^[!^]/.test(text);
  const signs = isNot ? text.slice(1) : text;
  const ranges: [string, string][] = [];
  for (let at = 0; at < signs.length; at++) {
    const isRange = signs[at + 1] === '-' && at + 2 < signs.length;
    ranges.push([signs[at]!, signs[isRange ? at + 2 : at]!]);
    if (isRange) at += 2;
  }
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNot;
};
