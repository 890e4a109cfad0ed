import { outcomes, type Row, rowKey } from './rows.ts';

/** The names of all actions of a service, by its prefix; undefined for an unknown one. */
export type ActionsOf = (service: string) => Iterable<string> | undefined;

/** Longer ones match only what they are. */
const longest = 2_000;

/** Whether a text matches a pattern with `*` and `?`, in time linear in their product at worst. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  if (pattern === text || pattern.length > longest || text.length > longest) return pattern === text;
  let [at, position] = [0, 0];
  let [star, resume] = [-1, 0];
  while (position < text.length) {
    // A star of the text stands for anything: only a star of the pattern takes it.
    if (pattern[at] === '*') [star, resume, at] = [at, position, at + 1];
    else if (
      at < pattern.length &&
      (pattern[at] === text[position] || (pattern[at] === '?' && text[position] !== '*'))
    ) {
      at++;
      position++;
    } else if (star >= 0) {
      resume++;
      [at, position] = [star + 1, resume];
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
};

/** More pairs of rows are not compared: then only rows that say exactly the same are the same. */
const mostPairs = 4_000_000;

/** The rows of some that no others cover. */
export const uncovered = (rows: readonly Row[], by: readonly Row[], actions: ActionsOf): Row[] => {
  const known = new Set(by.map(rowKey));
  const others = rows.filter((row) => !known.has(rowKey(row)));
  return others.length * by.length > mostPairs ? others : others.filter((row) => !covered(row, by, actions));
};

/** Whether everything that a row says is said by one of some others, too. */
const covered = (row: Row, by: readonly Row[], actions: ActionsOf): boolean => {
  const known = new Set(['', row.when]);
  const among = (...whens: string[]) => by.filter(({ when }) => known.has(when) || whens.includes(when));
  if (coveredAlways(row, among(), actions)) return true;
  // Or in either case of a condition.
  const open = new Set(by.flatMap(({ when }) => (known.has(when) ? [] : [outcomes(when)[0]])));
  return [...open]
    .slice(0, mostConditions)
    .some((condition) => outcomes(condition).every((when) => coveredAlways(row, among(when), actions)));
};

/** So many conditions are tried. */
const mostConditions = 16;

/** Whether rows cover another one, whatever they depend on. */
const coveredAlways = (row: Row, by: readonly Row[], actions: ActionsOf): boolean => {
  const candidates = by.filter((other) => coversBeside(other, row));
  if (row.kind === 'except') return candidates.some((other) => other.action === row.action);
  const allows = (action: string) => candidates.some((other) => coversAction(other.action, action));
  return allows(row.action) || namesOf(row.action, actions).every(allows);
};

const coversAction = (pattern: string, action: string): boolean =>
  matchesPattern(pattern.toLowerCase(), action.toLowerCase());

/** Whether a row covers another one in everything but the action. */
const coversBeside = (other: Row, row: Row): boolean =>
  other.effect === row.effect &&
  other.kind === row.kind &&
  (other.condition === row.condition || other.condition === '') &&
  (other.principal === row.principal || other.principal === 'AWS:*') &&
  (row.kind === 'plain' ? matchesPattern(other.resource, row.resource) : other.resource === row.resource);

/** The actions that a pattern stands for, or the pattern where that is not known. */
const namesOf = (pattern: string, actions: ActionsOf): string[] => {
  const [service, name] = pattern.split(':');
  if (service === undefined || name === undefined || !/[*?]/.test(name)) return [pattern];
  const found = [...(actions(service.toLowerCase()) ?? [])].filter((each) =>
    matchesPattern(name.toLowerCase(), each.toLowerCase()),
  );
  return found.length > 0 ? found.map((each) => `${service}:${each}`) : [pattern];
};
