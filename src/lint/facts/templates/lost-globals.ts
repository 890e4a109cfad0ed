import { type Cause, entryOf } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import {
  get,
  intrinsicName,
  isIntrinsic,
  isList,
  isMap,
  isTruthy,
  type Json,
  type JsonMap,
  sameData,
} from '../../../model/tree.ts';
import { presentIn } from './choices.ts';

/** What is not merged because one side of it is chosen by a condition. */
export interface Lost {
  /** `Environment.Variables` */
  readonly path: string;
  /** Which of the two is an `Fn::If`. */
  readonly chosen: 'own' | 'global';
  /** The names that the resource does not get, or how many items. */
  readonly names: readonly string[];
  readonly at: Cause | undefined;
  readonly globalAt: Cause | undefined;
}

/** What of `Globals` a resource of the source does not get, because an `Fn::If` cannot be merged with a map or list. */
export const lostGlobals = (node: ResourceNode, cx: RuleContext): Lost[] => {
  const section = get(get(cx.source, 'Globals'), node.type.replace('AWS::Serverless::', ''));
  const body = get(get(cx.source, 'Resources'), node.id);
  const own = get(body, 'Properties');
  return isMap(section) && isMap(own) && !isTruthy(get(body, 'IgnoreGlobals')) ? within(section, own, '') : [];
};

const within = (global: JsonMap, own: JsonMap, path: string): Lost[] =>
  Object.keys(own).flatMap((key) => {
    const [below, above] = [get(global, key), own[key]!];
    if (below === undefined) return [];
    const inner = path === '' ? key : `${path}.${key}`;
    if (isPlain(below) && isPlain(above)) return isMap(below) && isMap(above) ? within(below, above, inner) : [];
    const names = lostNames(below, above);
    const chosen = isIf(above) ? 'own' : 'global';
    const places = { at: entryOf(own, key)?.key, globalAt: entryOf(global, key)?.key };
    return names.length > 0 ? [{ path: inner, chosen, names, ...places } satisfies Lost] : [];
  });

/** What one value has and another, which takes its place, has not in each of its branches. */
const lostNames = (below: Json, above: Json): readonly string[] => {
  if (isIf(below) === isIf(above) || !(isIf(below) || isPlain(below)) || !(isIf(above) || isPlain(above))) return [];
  const had = presentIn(below, undefined).map(({ value }) => value);
  const have = presentIn(above, undefined).map(({ value }) => value);
  if (have.length === 0 || ![...had, ...have].every(isPlain)) return [];
  const lost = had.flatMap((value) => have.flatMap((each) => missing(value, each)));
  return [...new Set(lost)];
};

/** The items of a list, or the keys of a map at any depth, that another has not. Lists in maps are taken as replaced. */
const missing = (value: Json, other: Json): string[] => {
  if (isList(value)) {
    return isList(other) ? value.filter((item) => !other.some((each) => sameData(item, each))).map(nameOf) : [];
  }
  return missingKeys(value, other);
};

const missingKeys = (value: Json, other: Json): string[] => {
  if (!isMap(value) || !isMap(other) || isIntrinsic(value) || isIntrinsic(other)) return [];
  return Object.keys(value).flatMap((key) => {
    const inner = get(other, key);
    return inner === undefined ? [key] : missingKeys(value[key]!, inner);
  });
};

const nameOf = (item: Json): string => (typeof item === 'object' ? 'an item' : String(item));

const isIf = (value: Json): boolean => intrinsicName(value) === 'Fn::If';

/** A map or list that can be merged. */
const isPlain = (value: Json): value is JsonMap | Json[] => (isMap(value) && !isIntrinsic(value)) || isList(value);
