import { isList, isMap, type Step } from '../model/tree.ts';

/** What is not as expected, and where. */
export interface Mismatch {
  readonly path: readonly Step[];
  readonly expected: unknown;
  /** Undefined where it is absent. */
  readonly actual: unknown;
}

/** A matcher of a test library: `expect.stringContaining('…')`. */
export interface Matcher {
  asymmetricMatch(actual: unknown): boolean;
  toAsymmetricMatcher?(): string;
  readonly sample?: unknown;
}

export const isMatcher = (value: unknown): value is Matcher =>
  typeof (value as { asymmetricMatch?: unknown } | null)?.asymmetricMatch === 'function';

/**
 * What of a value is not as expected. A map may have more keys than are expected; a list has as many items, each of them
 * as expected. Matchers of test libraries may stand anywhere.
 */
export const mismatches = (actual: unknown, expected: unknown, path: readonly Step[] = []): Mismatch[] => {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual) ? [] : [{ path, expected, actual }];
  if (isMap(expected) && isMap(actual)) {
    return Object.keys(expected).flatMap((key) =>
      mismatches(Object.hasOwn(actual, key) ? actual[key] : undefined, expected[key], [...path, key]),
    );
  }
  if (isList(expected) && isList(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => mismatches(actual[index], item, [...path, index]));
  }
  return Object.is(actual, expected) ? [] : [{ path, expected, actual }];
};
