import type { RuleContext } from '../../../model/rule.ts';
import { get, isIntrinsic, isMap, type Json, type JsonMap } from '../../../model/tree.ts';
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
  let scenarios: readonly Scenario[] = [{ way: around, present: new Map() }];
  for (const name of names) {
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
