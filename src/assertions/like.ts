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

/** How deep a template is read. */
const maximumDepth = 500;

export const isMatcher = (value: unknown): value is Matcher =>
  typeof (value as { asymmetricMatch?: unknown } | null)?.asymmetricMatch === 'function';

/**
 * What of a value is not as expected. A map may have more keys than are expected; a list has as many items, each of them
 * as expected. Matchers of test libraries may stand anywhere. What is expected to be in itself is in no template.
 * @param around what the expected value is in
 */
export const mismatches = (
  actual: unknown,
  expected: unknown,
  path: readonly Step[] = [],
  around: readonly unknown[] = [],
): Mismatch[] => {
  if (isMatcher(expected)) return expected.asymmetricMatch(actual) ? [] : [{ path, expected, actual }];
  if (around.length > maximumDepth || around.includes(expected)) return [{ path, expected, actual }];
  const inner = [...around, expected];
  if (isMap(expected) && isMap(actual)) {
    return Object.keys(expected).flatMap((key) =>
      mismatches(Object.hasOwn(actual, key) ? actual[key] : undefined, expected[key], [...path, key], inner),
    );
  }
  if (isList(expected) && isList(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) => mismatches(actual[index], item, [...path, index], inner));
  }
  return Object.is(actual, expected) ? [] : [{ path, expected, actual }];
};
