import { append } from '../../model/lists.ts';
import { orderedKeys, spellingOf, styleOf } from '../../model/origin.ts';
import { isList, isMap, type Json, type JsonMap, type Scalar, type Step } from '../../model/tree.ts';
import type { CommentIndex } from './comments.ts';
import { blockLines, inlineScalar } from './scalars.ts';
import { shortForm } from './tags.ts';

/** Comments of the author's that belong to an entry: lines above it, and the rest of its line. */
export interface Comments {
  readonly above: readonly string[];
  readonly behind: string | undefined;
}

export interface PrintOptions {
  /** How many levels of maps are never in flow style: the sections of a file, their entries. */
  readonly blockLevels: number;
  /** Keys at the top that are an entry themselves, where the others are sections of entries. */
  readonly isEntry?: (key: string) => boolean;
  /** Maps and lists of the author's keep the style that they were written in; else all are laid out anew. */
  readonly layout: 'kept' | 'fresh';
  readonly comments?: CommentIndex | undefined;
}

const columns = 120;
/** Sections and their entries have an empty line between them. */
const spacedLevels = 2;

/** A tree as YAML for people: short tags, short maps and lists on one line, blank lines between entries. */
export const printYaml = (root: JsonMap, options: PrintOptions): string => {
  const { head = [], tail = [] } = options.comments ?? {};
  return `${[...head, ...printLines(root, options), ...tail].join('\n')}\n`;
};

/** The lines of a tree, without the comments before and behind everything. */
export const printLines = (root: JsonMap, options: PrintOptions): readonly string[] => {
  const printer = new Printer(options);
  printer.map(root, 0, 0);
  return printer.lines;
};

/** A map or list of scalars: what may stand in flow style inside of another one. */
const isFlat = (value: Json): boolean =>
  Array.isArray(value) &&
  value.every((item) => typeof item !== 'object' || item === null || typeof shortForm(item)?.value === 'string');

/** A map with several entries of which one is a map itself: on one line its braces would be hard to tell apart. */
const isNested = (value: Json[] | JsonMap): boolean =>
  isMap(value) &&
  Object.keys(value).length > 1 &&
  Object.values(value).some((inner) => isMap(inner) && Object.keys(inner).length > 0 && shortForm(inner) === undefined);

/** A whole number that the author wrote with a point: hashes of SAM tell `1.0` from `1`. */
const spelledFloat = (container: Json[] | JsonMap, step: Step, value: Scalar): string | undefined => {
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined;
  const spelling = spellingOf(container, step);
  return spelling !== undefined && /^-?(?:0|[1-9]\d*)\.\d+$/.test(spelling) ? spelling : undefined;
};

class Printer {
  readonly lines: string[] = [];
  readonly #options: PrintOptions;

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  /** A map in block style. */
  map(map: JsonMap, indent: number, level: number): void {
    const start = this.lines.length;
    let before: number | undefined;
    for (const key of orderedKeys(map)) {
      const from = this.lines.length;
      const comments = this.#commentsAbove(map, key, indent);
      const line = this.lines.length;
      const name = inlineScalar(key, 'block');
      const own = level === 0 && this.#options.isEntry?.(key) ? 1 : level;
      this.#value(map[key]!, `${' '.repeat(indent)}${name}:`, indent, own, map, key);
      if (comments !== undefined) this.lines[line] += ` ${comments}`;
      const isEntry = level < spacedLevels;
      const size = this.lines.length - from;
      if (isEntry && before !== undefined && (size > 1 || before > 1)) this.lines.splice(from, 0, '');
      before = size;
    }
    if (this.lines.length === start) this.lines.push(`${' '.repeat(indent)}{}`);
  }

  #commentsAbove(container: Json[] | JsonMap, step: Step, indent: number): string | undefined {
    const comments = this.#options.comments?.of(container, step);
    for (const line of comments?.above ?? []) this.lines.push(line === '' ? '' : `${' '.repeat(indent)}${line}`);
    return comments?.behind;
  }

  /** A value behind what leads to it on its line: `key:`, `-`. */
  #value(value: Json, lead: string, indent: number, level: number, container: Json[] | JsonMap, step: Step): void {
    const short = shortForm(value);
    if (short === undefined) this.#plain(value, lead, indent, level, container, step);
    else if (isMap(short.value))
      this.#plain(short.value, `${lead} ${short.tag}`, indent, this.#options.blockLevels, container, step);
    else this.#plain(short.value, `${lead} ${short.tag}`, indent, level, container, step);
  }

  /** A value without its tag. */
  #plain(value: Json, lead: string, indent: number, level: number, container: Json[] | JsonMap, step: Step): void {
    if (!isMap(value) && !isList(value)) {
      this.#scalar(value, lead, indent, spelledFloat(container, step, value));
      return;
    }
    const isSection = isMap(value) && level + 1 < this.#options.blockLevels && Object.keys(value).length > 0;
    const room = columns - lead.length - 1;
    const flow = isSection ? this.#namesOf(value, room) : this.#flowOf(value, container, step, room, 0);
    if (flow !== undefined) this.lines.push(`${lead} ${flow}`);
    else if (isList(value)) this.#list(value, lead, indent, level);
    else {
      this.lines.push(lead);
      this.map(value, indent + 2, level + 1);
    }
  }

  /** A section of several names that need no value, on one line: `{Jobs, Failed}`. */
  #namesOf(section: JsonMap, room: number): string | undefined {
    const names = orderedKeys(section);
    if (names.length < 2 || names.some((name) => section[name] !== null) || this.#hasComments(section))
      return undefined;
    const text = `{${names.map((name) => inlineScalar(name, 'flow')).join(', ')}}`;
    return text.length <= room ? text : undefined;
  }

  #scalar(value: Scalar, lead: string, indent: number, spelt: string | undefined): void {
    const block = typeof value === 'string' ? blockLines(value) : undefined;
    if (block === undefined) {
      this.lines.push(value === null ? lead : `${lead} ${spelt ?? inlineScalar(value, 'block')}`);
      return;
    }
    this.lines.push(`${lead} ${block.header}`);
    for (const line of block.lines) this.lines.push(line === '' ? '' : `${' '.repeat(indent + 2)}${line}`);
  }

  #list(list: Json[], lead: string, indent: number, level: number): void {
    const filled = this.#filled(list, lead, indent);
    if (filled !== undefined) {
      append(this.lines, filled);
      return;
    }
    this.lines.push(lead);
    for (const [at, item] of list.entries()) {
      const behind = this.#commentsAbove(list, at, indent + 2);
      const line = this.lines.length;
      const dash = `${' '.repeat(indent + 2)}-`;
      if (
        isMap(item) &&
        shortForm(item) === undefined &&
        Object.keys(item).length > 0 &&
        this.#flow(list, at, columns - dash.length - 1, 0) === undefined
      ) {
        const from = this.lines.length;
        this.map(item, indent + 4, Math.max(level + 1, this.#options.blockLevels));
        const first = this.lines.findIndex((line, index) => index >= from && !line.trimStart().startsWith('#'));
        this.lines[first] = `${dash} ${this.lines[first]!.trimStart()}`;
      } else this.#value(item, dash, indent + 2, Math.max(level + 1, this.#options.blockLevels), list, at);
      if (behind !== undefined) this.lines[line] += ` ${behind}`;
    }
  }

  /** A long list of short items, as many on a line as fit. */
  #filled(list: Json[], lead: string, indent: number): string[] | undefined {
    if (list.length < 6 || this.#staysBlock(list) || this.#hasComments(list)) return undefined;
    const items: string[] = [];
    for (const [at, item] of list.entries()) {
      const text =
        typeof item === 'object' && item !== null && shortForm(item) === undefined
          ? undefined
          : this.#flow(list, at, 60, 0);
      if (text === undefined) return undefined;
      items.push(text);
    }
    const margin = ' '.repeat(indent + 2);
    const lines = [`${lead} [`];
    let line = margin;
    for (const item of items) {
      if (line.length + item.length + 2 > columns) {
        lines.push(line.trimEnd());
        line = margin;
      }
      line += `${item}, `;
    }
    lines.push(line.trimEnd().replace(/,$/, ''), `${' '.repeat(indent)}]`);
    return lines;
  }

  /** A value on one line; undefined where it takes more room, holds comments, or is nested too deeply. */
  #flow(container: Json[] | JsonMap, step: Step, room: number, depth: number): string | undefined {
    const value = (container as JsonMap)[step as string]!;
    return this.#flowOf(value, container, step, room, depth);
  }

  #flowOf(value: Json, container: Json[] | JsonMap, step: Step, room: number, depth: number): string | undefined {
    if (room <= 0) return undefined;
    const short = shortForm(value);
    if (short !== undefined) {
      const inner = this.#flowOf(short.value, container, step, room - short.tag.length - 1, depth);
      return inner === undefined ? undefined : `${short.tag} ${inner}`;
    }
    if (!isMap(value) && !isList(value)) {
      if (typeof value === 'string' && value.includes('\n')) return undefined;
      const text = value === null ? 'null' : (spelledFloat(container, step, value) ?? inlineScalar(value, 'flow'));
      return text.length <= room ? text : undefined;
    }
    if ((depth > 1 && !isFlat(value)) || isNested(value) || this.#staysBlock(value) || this.#hasComments(value))
      return undefined;
    const parts: string[] = [];
    let left = room - 2;
    for (const step of isMap(value) ? orderedKeys(value) : value.keys()) {
      const name = typeof step === 'string' ? `${inlineScalar(step, 'flow')}: ` : '';
      const inner = this.#flow(value, step, left - name.length, depth + 1);
      if (inner === undefined) return undefined;
      const part = `${name}${inner}`;
      parts.push(part);
      left -= part.length + 2;
    }
    if (left + 2 < 0) return undefined;
    return isMap(value) ? `{${parts.join(', ')}}` : `[${parts.join(', ')}]`;
  }

  #staysBlock(container: Json[] | JsonMap): boolean {
    return this.#options.layout === 'kept' && styleOf(container) === 'block';
  }

  #hasComments(container: Json[] | JsonMap): boolean {
    const { comments } = this.#options;
    if (comments === undefined) return false;
    return Object.keys(container).some((key) => {
      const found = comments.of(container, isList(container) ? Number(key) : key);
      return found !== undefined && (found.above.length > 0 || found.behind !== undefined);
    });
  }
}
