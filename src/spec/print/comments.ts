import { Lexer } from 'yaml';
import { entryOf, type Source } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Step } from '../../model/tree.ts';
import { headingOf } from '../sections/headings.ts';
import type { Comments } from './yaml.ts';

/** A comment in its source. */
interface Comment {
  readonly text: string;
  readonly start: number;
  readonly lineStart: number;
  /** Nothing but blanks stands before it on its line. */
  readonly alone: boolean;
}

/** Zero-width marks of the lexer; a scalar follows the last one. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);
const scalarMark = '\u001f';

/** All comments of a YAML text, in order. */
const commentsIn = (text: string): Comment[] => {
  if (!text.includes('#')) return [];
  const found: Comment[] = [];
  let offset = 0;
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    if (!marks.has(lexeme)) {
      if (lexeme.startsWith('#') && before !== scalarMark) {
        const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
        const alone = text.slice(lineStart, offset).trim() === '';
        found.push({ text: lexeme.trimEnd(), start: offset, lineStart, alone });
      }
      offset += lexeme.length;
    }
    before = lexeme;
  }
  return found;
};

/** An entry of the source: where its key begins, and the entry around it. */
interface Written {
  readonly start: number;
  readonly parent: Written | undefined;
}

/** Every entry that was written in a source, in the order of the text. */
const entriesOf = (root: Json, source: Source): Written[] => {
  const found: Written[] = [];
  const seen = new Set<Json>();
  const walk = (value: Json, parent: Written | undefined): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    for (const key of Object.keys(value)) {
      const step = isList(value) ? Number(key) : key;
      const span = entryOf(value, step)?.key;
      const own = span?.source === source ? { start: span.start, parent } : parent;
      if (own !== undefined && own !== parent) found.push(own);
      walk((value as JsonMap)[key]!, own);
    }
  };
  walk(root, undefined);
  return found.sort((left, right) => left.start - right.start);
};

interface Mutable {
  above: string[];
  behind: string | undefined;
}

/** The comments of a source, given to the entries of another tree that was made from it. */
export interface CommentIndex {
  readonly of: (container: Json[] | JsonMap, step: Step) => Comments | undefined;
  /** What stands before everything. */
  readonly head: readonly string[];
  /** What stands behind everything. */
  readonly tail: readonly string[];
}

/**
 * Finds for each comment of a source the entry of `made` that says what it was written at: the next entry for one on a
 * line of its own, that of its line for another one, else the nearest around it that is still there, or the first in it.
 */
export const commentsFor = (source: Source | undefined, written: Json, made: Json): CommentIndex | undefined => {
  const comments = source === undefined ? [] : commentsIn(source.text);
  if (source === undefined || comments.length === 0) return undefined;
  const entries = entriesOf(written, source);
  const kept = startsIn(made, source);
  const inside = firstInside(entries, kept);
  const byStart = new Map<number, Mutable>();
  const head: string[] = [];
  const tail: string[] = [];
  const at = (entry: Written): Mutable => {
    const found = byStart.get(entry.start) ?? { above: [], behind: undefined };
    byStart.set(entry.start, found);
    return found;
  };
  let next = 0;
  for (const comment of comments) {
    while (next < entries.length && entries[next]!.start < comment.start) next++;
    const own = comment.alone ? entries[next] : firstOnLine(entries, next - 1, comment.lineStart);
    if (own === undefined) {
      (comment.alone && next > 0 ? tail : head).push(comment.text);
      continue;
    }
    let holder: Written | undefined = own;
    while (holder !== undefined && !kept.has(holder.start)) holder = holder.parent;
    holder ??= inside.get(own);
    if (holder === undefined) head.push(comment.text);
    else if (!comment.alone && holder === own && at(holder).behind === undefined) at(holder).behind = comment.text;
    else at(holder).above.push(comment.text);
  }
  // Several entries can be made of one that was written: the first of them has its comments.
  const owners = new Map<Mutable, { readonly container: object; readonly step: Step }>();
  return {
    head,
    tail,
    of: (container, step) => {
      const span = entryOf(container, step)?.key;
      const found = span?.source === source ? byStart.get(span.start) : undefined;
      if (found === undefined || isMadeOfEntry(container, step)) return undefined;
      const owner = owners.get(found);
      if (owner === undefined) owners.set(found, { container, step });
      return owner === undefined || (owner.container === container && owner.step === step) ? found : undefined;
    },
  };
};

/** Whether a section was made of the heading of an entry in it: the comments are those of the entry. */
const isMadeOfEntry = (container: Json[] | JsonMap, step: Step): boolean => {
  if (headingOf(String(step)) === undefined) return false;
  const section = (container as JsonMap)[step as string];
  const start = entryOf(container, step)?.key.start;
  return isMap(section) && Object.keys(section).some((name) => entryOf(section, name)?.key.start === start);
};

/** For an entry that is not there any more, the first one in it that is: a section that was printed as headings. */
const firstInside = (entries: readonly Written[], kept: ReadonlySet<number>): ReadonlyMap<Written, Written> => {
  const found = new Map<Written, Written>();
  for (const entry of entries.toReversed()) {
    const first = kept.has(entry.start) ? entry : found.get(entry);
    if (first !== undefined && entry.parent !== undefined) found.set(entry.parent, first);
  }
  return found;
};

/** The outermost entry of a line, from the last one of it. */
const firstOnLine = (entries: readonly Written[], last: number, lineStart: number): Written | undefined => {
  let at = last;
  while (at > 0 && entries[at - 1]!.start >= lineStart) at--;
  return entries[at];
};

/** Where the keys of a tree were written in a source. */
const startsIn = (made: Json, source: Source): ReadonlySet<number> =>
  new Set(entriesOf(made, source).map(({ start }) => start));
