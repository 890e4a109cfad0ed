import {
  type ItemSet,
  ofActions,
  ofPrincipals,
  ofResources,
  only,
  partsOf,
  type StatementSets,
  takesInSet,
} from './item-sets.ts';
import { matchesPattern } from './pattern.ts';
import { outcomes, type Row, rowKey } from './rows.ts';

/** The names of all actions of a service, by its prefix; undefined for an unknown one. */
export type ActionsOf = (service: string) => Iterable<string> | undefined;

/** More pairs of rows are not compared: then only rows that say exactly the same are the same. */
const mostPairs = 250_000;

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
  const alike = by.filter((other) => other.effect === row.effect);
  if (row.kind === 'plain') {
    const candidates = alike.filter((other) => coversBeside(other, row));
    if (candidates.length === 0) return false;
    const allows = (action: string) => candidates.some((other) => coversAction(other, only(action)));
    return allows(row.action) || namesOf(row.action, actions).every(allows);
  }
  if (alike.some((other) => other.kind === 'except' && other.action === row.action)) return true;
  return row.sets ? setsCovered(row.sets, alike, actions) : alike.some(isAll);
};

/** Whether rows cover all parts of what a statement is about, each for itself. */
const setsCovered = (sets: StatementSets, by: readonly Row[], actions: ActionsOf): boolean => {
  const { condition } = sets;
  return partsOf(sets.resources).every((resource) =>
    partsOf(sets.principals).every((principal) => {
      const candidates = by.filter((other) => {
        const its = setsOf(other);
        return its !== undefined && takesInBeside(its, { condition, resource, principal });
      });
      const allows = (part: ItemSet) => candidates.some((other) => coversAction(other, part));
      return partsOf(sets.actions).every(
        (part) => allows(part) || (!part.isRest && namesOf(part.patterns[0]!, actions).map(only).every(allows)),
      );
    }),
  );
};

/** Whether a row takes in everything, as policies do that stand elsewhere. */
const isAll = (row: Row): boolean => {
  const sets = setsOf(row);
  const isWhole = (set: ItemSet) => !set.isRest && set.patterns.includes('*');
  return sets !== undefined && isWhole(sets.actions) && isWhole(sets.resources) && sets.condition === '';
};

/** What a row is about; undefined where not all of it can be read. */
const setsOf = ({ kind, sets, action, resource, principal, condition }: Row): StatementSets | undefined =>
  kind === 'except'
    ? sets
    : { actions: only(action), resources: only(resource), principals: only(principal), condition };

const coversAction = ({ kind, sets, action }: Row, part: ItemSet): boolean =>
  kind === 'plain' && !part.isRest
    ? ofActions.takesIn(action, part.patterns[0]!)
    : takesInSet(sets?.actions ?? only(action), part, ofActions);

/** Whether a row covers another one in everything but the action. */
const coversBeside = (other: Row, row: Row): boolean => {
  if (other.kind === 'plain')
    return (
      (other.condition === row.condition || other.condition === '') &&
      ofPrincipals.takesIn(other.principal, row.principal) &&
      ofResources.takesIn(other.resource, row.resource)
    );
  const { condition, resource, principal } = row;
  return !!other.sets && takesInBeside(other.sets, { condition, resource: only(resource), principal: only(principal) });
};

interface Beside {
  readonly condition: string;
  readonly resource: ItemSet;
  readonly principal: ItemSet;
}

const takesInBeside = (sets: StatementSets, { condition, resource, principal }: Beside): boolean =>
  (sets.condition === condition || sets.condition === '') &&
  takesInSet(sets.principals, principal, ofPrincipals) &&
  takesInSet(sets.resources, resource, ofResources);

const namesKnown = new WeakMap<ActionsOf, Map<string, readonly string[]>>();

/** The actions that a pattern stands for, or the pattern where that is not known; found out once for all that ask. */
const namesOf = (pattern: string, actions: ActionsOf): readonly string[] => {
  const known = namesKnown.get(actions) ?? new Map<string, readonly string[]>();
  namesKnown.set(actions, known);
  let names = known.get(pattern);
  if (names === undefined) {
    names = matchingNames(pattern, actions);
    known.set(pattern, names);
  }
  return names;
};

const matchingNames = (pattern: string, actions: ActionsOf): readonly string[] => {
  const [service, name] = pattern.split(':');
  if (service === undefined || name === undefined || !/[*?]/.test(name)) return [pattern];
  const found = [...(actions(service.toLowerCase()) ?? [])].filter((each) =>
    matchesPattern(name.toLowerCase(), each.toLowerCase()),
  );
  return found.length > 0 ? found.map((each) => `${service}:${each}`) : [pattern];
};
