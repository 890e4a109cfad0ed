import { message } from '../../model/problem.ts';
import type { JsonMap } from '../../model/tree.ts';
import { Spot } from './spot.ts';

export const SplitByComma = message(
  'spec-split-by-comma',
  'error',
  (text: string) =>
    `A comma ends an item of a list or a map in flow style, so this is taken for several. Put the text in quotes: '${text}'.`,
);

/**
 * Texts of a map in flow style that a comma has cut: `{capacity: 5 read, 5 write}` has a key `5 write` without a value.
 * For each key that holds the beginning of one the whole text, for each key that is a part of one ''.
 */
export const splitTexts = (map: JsonMap, isKey: (name: string) => boolean): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  let begun: string | undefined;
  for (const name of Object.keys(map)) {
    const isRest = map[name] === null && /[\s)]/.test(name) && !isKey(name);
    if (!isRest) begun = new Spot(map, name).text === undefined ? undefined : name;
    else if (begun !== undefined) {
      const before = found.get(begun) ?? new Spot(map, begun).text!;
      found.set(begun, `${before}${before.includes('(') ? ',' : ', '}${name}`);
      found.set(name, '');
    }
  }
  return found;
};
