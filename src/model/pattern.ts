import { append } from './lists.ts';

/**
 * Regular expressions of a template are run without backtracking, so that no pattern and no text can take longer than
 * the product of their lengths. What JavaScript means differently from Java, or does not have, is not run at all.
 */

/** Tests one character. */
type Test = (character: string) => boolean;

type Node =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'all' | 'any'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

type Step =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'start' | 'end' | 'match' }
  | { readonly kind: 'go'; readonly to: readonly number[] };

/** Longer programs, and more steps through one, are not run. */
const mostSteps = 10_000;
const mostWork = 5_000_000;

class Unsupported extends Error {}

/** Whether a pattern matches the whole of a text; undefined where that cannot be said. */
export const matchesWhole = (pattern: string, text: string): boolean | undefined => {
  try {
    const steps: Step[] = [];
    emit(new Parser(pattern).parse(), steps);
    steps.push({ kind: 'match' });
    return steps.length * (text.length + 1) > mostWork ? undefined : run(steps, text);
  } catch (error) {
    if (error instanceof Unsupported || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Whether a pattern is certainly not a regular expression, of Java or any other kind: it opens a set and does not close it. */
export const isUnclosed = (pattern: string): boolean => {
  const bare = pattern.replace(/\\./g, '');
  return !pattern.includes('\\Q') && bare.includes('[') && !bare.slice(bare.indexOf('[') + 1).includes(']');
};

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Node {
    const node = this.#alternatives();
    if (this.#at < this.#text.length) throw new Unsupported();
    return node;
  }

  #alternatives(): Node {
    if (++this.#depth > 100) throw new Unsupported();
    const nodes = [this.#sequence()];
    while (this.#takes('|')) nodes.push(this.#sequence());
    this.#depth--;
    return nodes.length === 1 ? nodes[0]! : { kind: 'any', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.#text.length && !'|)'.includes(this.#text[this.#at]!)) nodes.push(this.#repeated());
    return { kind: 'all', nodes };
  }

  #repeated(): Node {
    const node = this.#atom();
    const quantifier = /[*+?]|\{(\d+)(,(\d*))?\}/y;
    quantifier.lastIndex = this.#at;
    const found = quantifier.exec(this.#text);
    if (!found) return node;
    this.#at = quantifier.lastIndex;
    // A lazy one matches the same texts; a possessive one does not.
    if (this.#takes('+')) throw new Unsupported();
    this.#takes('?');
    const [sign, least = '0', range, most = ''] = found;
    if (sign === '*') return { kind: 'repeat', node, least: 0, most: Number.POSITIVE_INFINITY };
    if (sign === '+') return { kind: 'repeat', node, least: 1, most: Number.POSITIVE_INFINITY };
    if (sign === '?') return { kind: 'repeat', node, least: 0, most: 1 };
    const limit = range === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
    return { kind: 'repeat', node, least: Number(least), most: limit };
  }

  #atom(): Node {
    const character = this.#text[this.#at]!;
    if (this.#takes('^')) return { kind: 'start' };
    if (this.#takes('$')) return { kind: 'end' };
    if (this.#takes('(')) return this.#group();
    if (character === '[') return one(this.#class());
    if ('*+?{'.includes(character)) throw new Unsupported();
    if (character === '\\') return this.#escape();
    this.#at++;
    return character === '.'
      ? one('[^\\n\\r\\u0085\\u2028\\u2029]')
      : { kind: 'one', test: (each) => each === character };
  }

  #group(): Node {
    if (this.#takes('?') && !this.#takes(':')) throw new Unsupported();
    const node = this.#alternatives();
    if (!this.#takes(')')) throw new Unsupported();
    return node;
  }

  #escape(): Node {
    const form = /\\(?:[dDwWsStnrfv]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[^A-Za-z0-9])/y;
    form.lastIndex = this.#at;
    const found = form.exec(this.#text)?.[0];
    const anchor = this.#text.slice(this.#at, this.#at + 2);
    this.#at += found?.length ?? 2;
    if (found !== undefined) return one(found);
    if (anchor === '\\A') return { kind: 'start' };
    if (anchor === '\\z' || anchor === '\\Z') return { kind: 'end' };
    throw new Unsupported();
  }

  /** A class of characters as it is written. Java's classes inside of classes mean something else in JavaScript. */
  #class(): string {
    const found = /\[\^?(?:\\[^A-Za-z0-9]|\\[dDwWsStnrfv]|[^\][\\])+\]/y;
    found.lastIndex = this.#at;
    const text = found.exec(this.#text)?.[0];
    if (text === undefined || text.includes('&&')) throw new Unsupported();
    this.#at += text.length;
    return text;
  }

  #takes(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    return true;
  }
}

/** The test of an atom that JavaScript reads as Java does; what was asked once is remembered. */
const one = (atom: string): Node => {
  const expression = new RegExp(`^${atom}$`);
  const known = new Map<string, boolean>();
  const test: Test = (character) => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = expression.test(character);
      known.set(character, answer);
    }
    return answer;
  };
  return { kind: 'one', test };
};

const emit = (node: Node, steps: Step[]): void => {
  if (steps.length > mostSteps) throw new Unsupported();
  if (node.kind === 'one' || node.kind === 'start' || node.kind === 'end') steps.push(node);
  else if (node.kind === 'all') for (const each of node.nodes) emit(each, steps);
  else if (node.kind === 'any') emitAny(node.nodes, steps);
  else if (node.kind === 'repeat') emitRepeat(node, steps);
};

const emitAny = (nodes: readonly Node[], steps: Step[]): void => {
  const ends: number[][] = [];
  const starts: number[] = [];
  steps.push({ kind: 'go', to: starts });
  for (const node of nodes) {
    starts.push(steps.length);
    emit(node, steps);
    const to: number[] = [];
    ends.push(to);
    steps.push({ kind: 'go', to });
  }
  for (const to of ends) to.push(steps.length);
};

const emitRepeat = ({ node, least, most }: Node & { kind: 'repeat' }, steps: Step[]): void => {
  if (most < least) throw new Unsupported();
  for (let count = 0; count < least; count++) emit(node, steps);
  const isEndless = most === Number.POSITIVE_INFINITY;
  const outs: number[][] = [];
  for (let count = least; count < (isEndless ? least + 1 : most); count++) {
    const to = [steps.length + 1];
    outs.push(to);
    const start = steps.length;
    steps.push({ kind: 'go', to });
    emit(node, steps);
    if (isEndless) steps.push({ kind: 'go', to: [start] });
  }
  for (const to of outs) to.push(steps.length);
};

/** All places in the program that a text may have come to, character by character. */
const run = (steps: readonly Step[], text: string): boolean => {
  let places = new Set<number>();
  reach(0, 0, text, steps, places);
  for (let at = 0; at < text.length; at++) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place]!;
      if (step.kind === 'one' && step.test(text[at]!)) reach(place + 1, at + 1, text, steps, next);
    }
    places = next;
  }
  return places.has(steps.length - 1);
};

const reach = (place: number, at: number, text: string, steps: readonly Step[], places: Set<number>): void => {
  const open = [place];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (places.has(each)) continue;
    places.add(each);
    const step = steps[each]!;
    if (step.kind === 'go') append(open, step.to);
    else if ((step.kind === 'start' && at === 0) || (step.kind === 'end' && at === text.length)) open.push(each + 1);
  }
};
