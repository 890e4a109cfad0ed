import type { CST } from 'yaml';
import { documentsOf } from '../parse/tokens.ts';

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
type Item = Collection['items'][number];

/** Where an entry of a map or an item of a list stands in the syntax. */
export interface Slot {
  readonly collection: Collection;
  readonly index: number;
}

/** Finds the entries and items of a text by the offsets that the data tree has of them. */
export class Syntax {
  readonly text: string;
  readonly #byKey = new Map<number, Slot>();
  readonly #byValue = new Map<number, Slot>();

  constructor(text: string) {
    this.text = text;
    const open = documentsOf(text)
      .map(({ value }) => value)
      .filter(isCollection);
    for (let collection = open.pop(); collection; collection = open.pop()) {
      for (let index = 0; index < collection.items.length; index++) {
        const item = collection.items[index]!;
        this.#note(item, { collection, index });
        if (isCollection(item.value)) open.push(item.value);
      }
    }
  }

  /** The entry whose key begins there. */
  entryAt(offset: number): Slot | undefined {
    return this.#byKey.get(offset);
  }

  /** The entry or item whose value begins there, with its tag or without. */
  valueAt(offset: number): Slot | undefined {
    return this.#byValue.get(offset);
  }

  #note(item: Item, slot: Slot): void {
    if (item.key) this.#byKey.set(item.key.offset, slot);
    if (!item.value) return;
    this.#byValue.set(item.value.offset, slot);
    for (const { type, offset } of item.sep ?? item.start) if (type === 'tag') this.#byValue.set(offset, slot);
  }
}

export const isCollection = (token: CST.Token | null | undefined): token is Collection =>
  token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection';

export const isFlow = ({ collection }: Slot): boolean => collection.type === 'flow-collection';

/** Whether a collection is a list. */
export const isSequence = ({ collection }: Slot): boolean =>
  collection.type === 'block-seq' ||
  (collection.type === 'flow-collection' && collection.start.type === 'flow-seq-start');

/** Whether a collection is written as JSON would have it: in brackets, its keys or texts in double quotes. */
export const isJson = ({ collection }: Slot, text: string): boolean => {
  const [first] = collection.items;
  const token = first?.key ?? first?.value;
  return collection.type === 'flow-collection' && token != null && text[token.offset] === '"';
};

export const itemOf = ({ collection, index }: Slot): Item => collection.items[index]!;

/** The offset behind the colon, tag or anchor that a value stands below, with nothing but white space in between. */
export const headEnd = ({ sep = [] }: Item, start: number): number | undefined => {
  const before = sep.filter(({ offset }) => offset < start);
  const head = before.findLastIndex(({ type }) => !blank.has(type));
  const between = before.slice(head + 1).map(({ type }) => type);
  if (head < 0 || between.includes('comment') || !between.includes('newline')) return undefined;
  return before[head]!.offset + before[head]!.source.length;
};

/** The offset behind the last character of an item's key and value: what follows is white space, a comment or a comma. */
export const endOfItem = ({ key, sep = [], value, start }: Item): number => {
  if (value) return endOf(value);
  const [last] = [...(key ? [] : start), ...sep].filter(({ type }) => !blank.has(type)).slice(-1);
  if (last) return last.offset + last.source.length;
  return key ? endOf(key) : 0;
};

const blank = new Set(['space', 'newline', 'comment', 'comma']);

const endOf = (token: CST.Token): number => {
  if (token.type === 'flow-collection') {
    const close = token.end.find(({ type }) => type === 'flow-map-end' || type === 'flow-seq-end');
    return close ? close.offset + 1 : token.offset + 1;
  }
  if (isCollection(token)) {
    // What stands behind the last entry is an item too, one of comments alone.
    const last = token.items.findLast(({ key, sep, value, start }) => key || sep || value || isDash(start));
    return last ? endOfItem(last) : token.offset;
  }
  if (token.type === 'block-scalar') return endOfBlockScalar(token);
  return token.offset + ('source' in token ? token.source.length : 0);
};

const isDash = (start: readonly CST.SourceToken[]): boolean => start.some(({ type }) => type === 'seq-item-ind');

/** Without the last line break, and without the empty lines below where they do not belong to the text (`|+`). */
const endOfBlockScalar = ({ offset, props, source }: CST.BlockScalar): number => {
  let lines = offset;
  let keeps = false;
  for (const prop of props) {
    if (!('source' in prop)) continue;
    lines = prop.offset + prop.source.length;
    keeps ||= prop.type === 'block-scalar-header' && prop.source.includes('+');
  }
  const text = keeps ? source.replace(/\r?\n$/, '') : source.trimEnd();
  return text === '' ? lines - 1 : lines + text.length;
};
