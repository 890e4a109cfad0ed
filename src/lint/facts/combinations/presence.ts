import { ifOperands, isNoValue } from '../../../model/intrinsics.ts';
import type { RuleContext } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, isNothing, type Json, type JsonMap } from '../../../model/tree.ts';
import { waysOf } from '../templates/choices.ts';

/** Which of some properties are there together, under conditions that can hold. */
export interface Scenario {
  readonly way: readonly string[];
  /** What is there: by name, the value. */
  readonly present: ReadonlyMap<string, Json>;
}

/** More than this are not told apart: then nothing is said. */
const mostScenarios = 64;

/**
 * All ways in which properties of a map can be there together. A name may lead deeper: `Code.ImageUri`; what an
 * intrinsic function makes counts as there.
 */
export const scenariosOf = (
  map: JsonMap,
  names: readonly string[],
  around: readonly string[],
  cx: RuleContext,
): readonly Scenario[] => {
  // Filled in place for as long as no branch of a value makes a second scenario.
  const only = new Map<string, Json>();
  let scenarios: readonly Scenario[] = contradicts(around) ? [] : [{ way: around, present: only }];
  for (const name of names) {
    const value = get(map, name);
    if (!name.includes('.') && !ifOperands(value) && scenarios.length === 1 && scenarios[0]!.present === only) {
      if (!isNothing(value) && !isNoValue(value)) only.set(name, value);
      continue;
    }
    const next = scenarios.flatMap(({ way, present }) =>
      valuesAt(map, name.split('.'), way).map(({ value, way: inner }) => ({
        way: inner,
        present: value === undefined ? present : new Map(present).set(name, value),
      })),
    );
    scenarios = next.filter(({ way }) => !contradicts(way));
    if (scenarios.length > mostScenarios) return [];
  }
  return scenarios.filter(({ way }) => way.length === around.length || cx.possible(way));
};

const valuesAt = (
  map: JsonMap,
  [name, ...rest]: readonly string[],
  around: readonly string[],
): readonly { readonly value: Json | undefined; readonly way: readonly string[] }[] =>
  waysOf(get(map, name!), undefined, around).flatMap(({ value, way }) =>
    rest.length === 0 || !isMap(value) || isIntrinsic(value) ? [{ value, way }] : valuesAt(value, rest, way),
  );

const contradicts = (way: readonly string[]): boolean => way.some((step) => way.includes(`!${step}`));
