import { shown } from '../diff/words/shown.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import type { Json, JsonMap } from '../model/tree.ts';
import { isMatcher, type Mismatch, mismatches } from './like.ts';
import { resourcesOf } from './resources.ts';

/** What an assertion comes to, as `expect.extend` takes it. */
export interface Verdict {
  readonly pass: boolean;
  message(): string;
}

/** Whether an expanded template has a resource of a type, with at least these properties. */
export const hasResource = (template: JsonMap, type: string, properties: object = {}): Verdict => {
  const all = resourcesOf(template, type);
  const compared = Object.entries(all).map(([id, { Properties = {} }]) => ({
    id,
    found: mismatches(Properties, properties),
  }));
  const fitting = compared.filter(({ found }) => found.length === 0).map(({ id }) => id);
  return {
    pass: fitting.length > 0,
    message: () => {
      if (fitting.length > 0) return `The template has ${type} with these properties: ${fitting.join(', ')}.`;
      if (compared.length === 0) return `There is no ${type}.${didYouMean(nearest(type, typesOf(template)))}`;
      const [closest] = compared.toSorted((one, other) => one.found.length - other.found.length);
      const others = compared.length === 1 ? '' : `, the closest of ${compared.length}`;
      return `No ${type} has these properties. '${closest!.id}'${others}, differs:\n${closest!.found.map(line).join('')}`;
    },
  };
};

const typesOf = (template: JsonMap): Set<string> =>
  new Set(Object.values(resourcesOf(template)).map(({ Type }) => Type));

const line = ({ path, expected, actual }: Mismatch): string =>
  `  ${path.join('.') || 'Properties'}: expected ${textOf(expected)}, found ${textOf(actual)}\n`;

/** A value of the test as a text. It may be in itself, and its getters may fail. */
const textOf = (value: unknown): string => {
  try {
    return textOfValue(value);
  } catch {
    return 'a value that cannot be shown';
  }
};

/** Matchers of test libraries say themselves what they are. */
const textOfValue = (value: unknown): string => {
  if (!isMatcher(value)) return shown(value as Json | undefined);
  return value.toAsymmetricMatcher?.() ?? `${value.toString()} ${shown(value.sample as Json | undefined)}`;
};
