import { nearest } from '../../model/nearest.ts';
import { isList, isString, type Json } from '../../model/tree.ts';
import { scalarText } from '../codecs/wrong.ts';
import { propertyOf, valueAt } from './draft.ts';
import { type Key, set } from './key.ts';
import { isSamKey } from './keys.ts';
import { UnknownKey, WrongValue } from './messages.ts';

const target = '@IgnoreGlobals';
const says = "'true' for all defaults, or the keys that are not taken";

/**
 * `ignore-defaults`: what an entry does not take from the defaults of its section. SAM has the names of its own
 * properties, for those of them that stand in `Globals`.
 */
export const ignoreDefaults = (keys: readonly Key[], hasGlobals: boolean): Key => {
  const propertiesOf = (word: Json): string[] => {
    const key = keys.find((each) => each.key === word);
    return key === undefined ? [scalarText(word)] : [...new Set(key.to.map(propertyOf))];
  };
  const words = keys.map(({ key }) => key);
  return {
    key: 'ignore-defaults',
    to: [target],
    doc: 'Takes nothing from `defaults`, or not these keys.',
    examples: ['true', `[${sampleOf(words).join(', ')}]`],
    schema: () => ({ anyOf: [{ const: true }, { type: 'array', items: { type: 'string' } }, { type: 'string' }] }),
    lower: (spot, draft, cx) => {
      const { value, items } = spot;
      if (value !== true && !items.every((item) => isString(item.value))) {
        return cx.report(WrongValue("'ignore-defaults'", says, 'something else', undefined), spot.at);
      }
      for (const item of value === true ? [] : items) {
        const word = item.value as string;
        if (isSamKey(word) || keys.some(({ key }) => key === word)) continue;
        cx.report(UnknownKey(word, 'these entries', nearest(word, words), words), item.at);
      }
      if (hasGlobals)
        set(draft, target, value === true ? '*' : items.flatMap((item) => propertiesOf(item.value)), spot, cx);
    },
    raise: (draft) => {
      const ignored = valueAt(draft, target);
      if (ignored === '*') return { value: true, says: [target] };
      if (!isList(ignored)) return undefined;
      const words = ignored.map((name) => keys.find(({ to }) => to.length === 1 && to[0] === name)?.key ?? name);
      return { value: [...new Set(words)], says: [target] };
    },
  };
};

const sampleOf = (words: readonly string[]): readonly string[] =>
  words.includes('layers') ? ['layers', 'env'] : words.slice(-2);
