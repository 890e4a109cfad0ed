import type { Change } from './change.ts';
import type { Span } from './origin.ts';

export type Level = 'error' | 'warning' | 'info';

/**
 * How a fix may be applied. `safe`: without a look at it, since AWS refuses or ignores what is there, and there is one way
 * to say it right; what is deployed today works as before. `unsafe`: it decides something that the author may want
 * otherwise, such as a permission, a limit, a cost or a runtime.
 */
export type Safety = 'safe' | 'unsafe';

/** What is wrong, without where: a stable code and its text. */
export interface Message {
  readonly code: string;
  readonly level: Level;
  readonly text: string;
  /** What it is about, where one place can lack several things: the missing property. */
  readonly subject?: string | undefined;
}

const declared = new Map<string, Set<Level>>();

/**
 * Declares a message: its code stands beside its text, and the text is made from what was found.
 * `const NoQueue = message('missing-property', 'error', (id: string) => …)`, then `report(NoQueue(id), span)`.
 * What the documentation says of the code stands in `codes.ts` of the same folder, or of one around it.
 */
export const message = <Args extends unknown[]>(code: string, level: Level, text: (...args: Args) => string) => {
  const levels = declared.get(code);
  if (levels) levels.add(level);
  else declared.set(code, new Set([level]));
  return (...args: Args): Message => ({ code, level, text: text(...(args.map(shown) as Args)) });
};

/** The codes of all messages that are declared in what was loaded, with their levels. Rules are not among them. */
export const declaredCodes: ReadonlyMap<string, ReadonlySet<Level>> = declared;

/** As much of names and values as a message shows. */
const longestText = 1000;
const longestList = 100;

/** The beginning of a text of the template, as far as a message shows it: a message is for people. */
export const excerpt = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…` : text;

const shown = (arg: unknown): unknown => {
  if (typeof arg === 'string') return excerpt(arg);
  if (!Array.isArray(arg)) return arg;
  const items = arg.slice(0, longestList).map(shown);
  return arg.length > longestList ? [...items, '…'] : items;
};

/** A problem inside the engine: a message at a place, blamed on a resource and an event. */
export interface Finding extends Message {
  readonly span?: Span | undefined;
  readonly logicalId?: string | undefined;
  readonly eventId?: string | undefined;
  readonly related?: readonly Span[] | undefined;
  /** What a misspelt name is meant for: that it is missing is not reported as well. */
  readonly meant?: string | undefined;
  /** Which of a rule's messages it is. */
  readonly messageId?: string | undefined;
  /** The rule that failed and did not look at everything, where this says so. */
  readonly unfinished?: string | undefined;
  /** What is to be changed in the source so that it goes. */
  readonly fix?: { readonly safety: Safety; readonly changes: readonly Change[] } | undefined;
  /** How the text comes to say that, where it can: worked out by who asks, since it takes the syntax of the text. */
  readonly edits?: (() => readonly Edit[] | undefined) | undefined;
}

/** A stretch of a text, and what takes its place. */
export interface Edit {
  readonly at: Span;
  readonly text: string;
}

/** A problem as the library gives it: lines and columns from 1, the end exclusive. */
export interface Problem {
  code: string;
  level: Level;
  message: string;
  file?: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  logicalId?: string;
  eventId?: string;
  /** Further places that belong to it. */
  related?: Place[];
  /** A change of the file that fixes it; worked out when it is read, and undefined where the text does not allow it. */
  fix?: TextFix | undefined;
}

/** A change of a file that fixes a problem: all of its edits belong together. */
export interface TextFix {
  readonly safety: Safety;
  readonly edits: readonly TextEdit[];
}

/** What stands at a place of a file becomes `text`. */
export type TextEdit = Place & { readonly text: string };

/** A stretch of a file: lines and columns from 1, the end exclusive. */
export interface Place {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
