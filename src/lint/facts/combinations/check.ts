import { append } from '../../../model/lists.ts';
import type { RuleContext } from '../../../model/rule.ts';
import type { JsonMap } from '../../../model/tree.ts';
import type { MapSite } from '../templates/spec-faults.ts';
import { scalarNumber, scalarText } from '../texts/scalar.ts';
import { ai } from './ai.ts';
import { apis } from './apis.ts';
import type { Combination, Combinations } from './combination.ts';
import { compute } from './compute.ts';
import { data } from './data.ts';
import { type Scenario, scenariosOf } from './presence.ts';
import { services } from './services.ts';

/** One way in which properties do not go together. */
export type CombinationFault =
  /** None of these is there. */
  | { readonly kind: 'none'; readonly names: readonly string[]; readonly exact: boolean }
  /** These two are there. */
  | { readonly kind: 'both'; readonly name: string; readonly beside: string }
  /** This is there beside one, or a value of one, that excludes it. */
  | { readonly kind: 'excluded'; readonly name: string; readonly given: string; readonly value: string | undefined }
  | {
      readonly kind: 'needs';
      readonly given: string;
      readonly value: string | undefined;
      readonly names: readonly string[];
      readonly any: boolean;
    }
  /** This has a value that it cannot have beside another, or a value of another. */
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly found: string;
      readonly takes: readonly string[];
      readonly given: string;
      readonly value: string | undefined;
    }
  /** This is a number out of the range that it has beside a value of another. */
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly found: number;
      readonly from: number;
      readonly to: number | undefined;
      readonly given: string;
      readonly value: string | undefined;
    };

const tables: ReadonlyMap<string, readonly Combination[]> = new Map(
  [ai, apis, compute, data, services].flatMap((each: Combinations) => Object.entries(each)),
);

/** What does not go together in a map. */
export const combinationFaults = ({ key, map, way }: MapSite, cx: RuleContext): readonly CombinationFault[] => {
  const combinations = tables.get(key);
  if (combinations === undefined) return [];
  const found: CombinationFault[] = [];
  for (const combination of combinations) {
    if (!concerns(combination, map)) continue;
    for (const scenario of scenariosOf(map, namesOf(combination), way, cx)) {
      const faults = faultsIn(combination, scenario, cx);
      append(found, faults);
      if (faults.length > 0) break;
    }
  }
  return found;
};

/** Whether a combination can say anything of a map: most begin with a property that is rarely there. */
const concerns = (combination: Combination, map: JsonMap): boolean =>
  !('given' in combination) || combination.otherwise !== undefined || Object.hasOwn(map, firstStep(combination.given));

/** `Code` of `Code.ImageUri`. */
const firstStep = (path: string): string => {
  const dot = path.indexOf('.');
  return dot < 0 ? path : path.slice(0, dot);
};

const namesOf = (combination: Combination): readonly string[] => {
  if ('one' in combination) return combination.one;
  if ('some' in combination) return combination.some;
  if ('most' in combination) return combination.most;
  if ('needs' in combination) return [combination.given, ...combination.needs];
  if ('name' in combination) return [combination.given, combination.name];
  return [combination.given, ...('excludes' in combination ? combination.excludes : combination.needsOne)];
};

const faultsIn = (combination: Combination, { present }: Scenario, cx: RuleContext): readonly CombinationFault[] => {
  const there = (names: readonly string[]) => names.filter((name) => present.has(name));
  if ('some' in combination) return there(combination.some).length > 0 ? [] : [none(combination.some, false)];
  if ('one' in combination || 'most' in combination) {
    const names = 'one' in combination ? combination.one : combination.most;
    const found = there(names);
    if (found.length > 1) return [{ kind: 'both', name: found[1]!, beside: found[0]! }];
    return found.length === 0 && 'one' in combination ? [none(names, true)] : [];
  }
  const { given, values, otherwise } = combination;
  if (!present.has(given) && otherwise === undefined) return [];
  const value = present.has(given) ? scalarText(cx.resolve(present.get(given))) : otherwise;
  if (values && (value === undefined || !values.includes(value))) return [];
  if ('excludes' in combination) {
    return there(combination.excludes).map((name) => ({ kind: 'excluded', name, given, value: values && value }));
  }
  if ('from' in combination) {
    const { name, from, to } = combination;
    const found = scalarNumber(cx.resolve(present.get(name)));
    const isWithin = found === undefined || (found >= from && (to === undefined || found <= to));
    return isWithin ? [] : [{ kind: 'range', name, found, from, to, given, value: values && value }];
  }
  if ('takes' in combination) {
    const { name, takes } = combination;
    const found = scalarText(cx.resolve(present.get(name)));
    const isTaken = found === undefined || takes.includes(found);
    return isTaken ? [] : [{ kind: 'value', name, found, takes, given, value: values && value }];
  }
  const any = 'needsOne' in combination;
  const wanted = any ? combination.needsOne : combination.needs;
  const names = wanted.filter((name) => !present.has(name));
  if (names.length === 0 || (any && names.length < wanted.length)) return [];
  return [{ kind: 'needs', given, value: values && value, names, any }];
};

const none = (names: readonly string[], exact: boolean): CombinationFault => ({ kind: 'none', names, exact });
