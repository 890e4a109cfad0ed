import { sha1Hex } from '../../model/hash.ts';
import { get, isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';

/** A longer text stands in each value that looks something up as its hash, or all of them would grow with the mapping. */
const longest = 2000;

/** What the mappings of a template say where the key is not known that is looked up: their names do not count. */
export class Mappings {
  readonly #section: Json | undefined;
  readonly #value: (value: Json) => Json | undefined;
  readonly #known = new Map<string, Known>();

  /** @param value the plainest form of a value */
  constructor(section: Json | undefined, value: (value: Json) => Json | undefined) {
    this.#section = section;
    this.#value = value;
  }

  /** The values of a mapping under a second-level key, or the whole mapping where that key is not known either. */
  content(name: string, key: Json | undefined): Json | undefined {
    const mapping = get(this.#section, name);
    if (mapping === undefined) return undefined;
    if (!this.#known.has(name)) this.#known.set(name, { columns: columnsOf(mapping), plain: new Map() });
    const { columns, plain } = this.#known.get(name)!;
    const column = isString(key) ? key : undefined;
    if (!plain.has(column)) {
      const content = column === undefined || !isMap(mapping) ? mapping : (columns.get(column) ?? newMap());
      plain.set(column, shortened(this.#value(content) ?? null));
    }
    return plain.get(column);
  }
}

/** Of a mapping its values by their second-level keys, and what of it is in its plainest form already. */
interface Known {
  readonly columns: ReadonlyMap<string, JsonMap>;
  readonly plain: Map<string | undefined, Json>;
}

const columnsOf = (mapping: Json): ReadonlyMap<string, JsonMap> => {
  const columns = new Map<string, JsonMap>();
  for (const row of isMap(mapping) ? Object.keys(mapping) : []) {
    const values = get(mapping, row);
    for (const key of isMap(values) ? Object.keys(values) : []) {
      const column = columns.get(key) ?? newMap();
      column[row] = get(values, key)!;
      columns.set(key, column);
    }
  }
  return columns;
};

const shortened = (content: Json): Json => {
  const text = JSON.stringify(content);
  if (text.length <= longest || !isMap(content)) return content;
  return `${Object.keys(content).length} values #${sha1Hex(text)}`;
};
