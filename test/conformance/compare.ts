/** The first place in which two JSON values differ, or undefined when they are the same. */
export const firstDifference = (expected: unknown, actual: unknown, path = ''): string | undefined => {
  if (Object.is(expected, actual)) return undefined;
  if (Array.isArray(expected) && Array.isArray(actual)) return differenceOfLists(expected, actual, path);
  if (isRecord(expected) && isRecord(actual)) return differenceOfMaps(expected, actual, path);
  return `${path || '/'}: expected ${show(expected)}, got ${show(actual)}`;
};

const differenceOfLists = (expected: unknown[], actual: unknown[], path: string): string | undefined => {
  const unordered = path.endsWith('/DependsOn') || path.endsWith('/Fn::Or');
  const [left, right] = unordered ? [sorted(expected), sorted(actual)] : [expected, actual];
  if (left.length !== right.length) {
    return `${path}: expected ${left.length} items, got ${right.length}: ${show(left)} / ${show(right)}`;
  }
  for (let at = 0; at < left.length; at++) {
    const difference = firstDifference(left[at], right[at], `${path}/${at}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
};

const differenceOfMaps = (
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  path: string,
): string | undefined => {
  for (const key of Object.keys(expected)) {
    if (!Object.hasOwn(actual, key)) return `${path}/${key}: missing; expected ${show(expected[key])}`;
  }
  for (const key of Object.keys(actual)) {
    if (!Object.hasOwn(expected, key)) return `${path}/${key}: not expected: ${show(actual[key])}`;
  }
  for (const key of Object.keys(expected)) {
    const difference = firstDifference(expected[key], actual[key], `${path}/${key}`);
    if (difference !== undefined) return difference;
  }
  return undefined;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const sorted = (list: unknown[]): unknown[] =>
  [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));

const show = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};
