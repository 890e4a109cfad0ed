import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import type { Json, JsonMap } from '../../model/tree.ts';
import type { Reading } from './codec.ts';
import { type Draft, propertyOf } from './draft.ts';
import type { Key } from './key.ts';
import { UnknownKey } from './messages.ts';
import { SplitByComma, splitTexts } from './split.ts';
import { Spot } from './spot.ts';

/** Words from SAM, the Serverless Framework and CDK for keys that the language calls otherwise. */
export type Synonyms = Readonly<Record<string, string>>;

/** The keys of one kind of map. */
export class KeyTable {
  readonly keys: readonly Key[];
  readonly #byName: ReadonlyMap<string, Key>;
  readonly #synonyms: Synonyms;

  constructor(keys: readonly Key[], synonyms: Synonyms = {}) {
    this.keys = keys;
    this.#byName = new Map(keys.map((each) => [each.key, each]));
    this.#synonyms = synonyms;
  }

  get(name: string): Key | undefined {
    return this.#byName.get(name);
  }

  get names(): string[] {
    return this.keys.map(({ key }) => key);
  }

  /** The key that an unknown word most likely means. */
  nearest(word: string): string | undefined {
    const synonym = Object.hasOwn(this.#synonyms, word) ? this.#synonyms[word] : undefined;
    const spelt = word.replaceAll(/[-_]/g, '').toLowerCase();
    const bySam = this.keys.find(({ to }) => to.some((each) => propertyOf(each).toLowerCase() === spelt));
    return synonym ?? bySam?.key ?? nearest(word, this.names);
  }
}

/** True for keys in SAM's vocabulary: its properties, attributes and functions. */
export const isSamKey = (key: string): boolean => /^[A-Z]/.test(key);

/** What of a map has set a property before SAM's own name of it does: a key of the language, or that name. */
export const setBy = (map: JsonMap, table: KeyTable, property: string): string => {
  const sets = table.keys.find(
    ({ key, to }) => Object.hasOwn(map, key) && to.some((target) => propertyOf(target) === property),
  );
  return sets?.key ?? property;
};

/** Lowers every key of a map that the table has; `others` gets those in SAM's vocabulary. */
export const lowerKeys = (
  map: JsonMap,
  table: KeyTable,
  draft: Draft,
  where: string,
  cx: Reading,
  others: (key: string, value: Json) => void,
): void => {
  const split = splitTexts(map, (name) => table.get(name) !== undefined);
  for (const name of Object.keys(map)) {
    const key = table.get(name);
    const whole = split.get(name);
    if (whole === '') continue;
    if (whole !== undefined) cx.report(SplitByComma(whole), entryOf(map, name)?.value);
    else if (key !== undefined) key.lower(new Spot(map, name), draft, cx);
    else if (isSamKey(name)) others(name, map[name]!);
    else cx.report(UnknownKey(name, where, table.nearest(name), table.names), entryOf(map, name)?.key);
  }
};
