import { isNoValue } from '../model/intrinsics.ts';
import { type Cause, type Entry, entryOf, originOf, place, shallowCopy, stamp } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { intrinsicName, isList, isMap, isString, type Json, type JsonMap, kindOf, type Step } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import { isExtended, mappingEntry } from './find-in-map.ts';
import type { Scope } from './scope.ts';

const NotAName = message(
  'invalid-reference',
  'error',
  (name: string, found: string) => `The argument of '${name}' must be a string; this is ${found}.`,
);

/** Where functions are replaced by their values. */
export interface Resolving {
  readonly scope: Scope;
  /** Told when a function that only this transform knows has to stay for the deployment. */
  readonly leave: () => void;
}

/** A tree in which every function of the transform is replaced by its value, where that is known. */
export const resolveFunctions = (value: Json, cx: Resolving): Json => {
  if (isList(value)) return resolveEntries(value, cx);
  if (!isMap(value)) return value;
  const name = intrinsicName(value);
  const resolve = name === undefined ? undefined : resolvers.get(name);
  return resolve ? resolve(value, value[name!]!, cx) : resolveEntries(value, cx);
};

type Resolver = (map: JsonMap, argument: Json, cx: Resolving) => Json;

const value =
  (needsTransform: (argument: Json) => boolean): Resolver =>
  (map, argument, cx) => {
    const known = evaluate(map, cx.scope);
    if (known !== undefined) return known;
    if (needsTransform(argument)) cx.leave();
    return resolveEntries(map, cx);
  };

/** `Ref` and `Fn::GetAtt` take functions that give a name. */
const reference: Resolver = (map, argument, cx) => {
  if (!isMap(argument)) return resolveEntries(map, cx);
  const name = Object.keys(map)[0]!;
  const known = evaluate(argument, cx.scope);
  if (known === undefined) {
    cx.leave();
    return resolveEntries(map, cx);
  }
  const dot = isString(known) ? known.indexOf('.') : -1;
  if (isString(known))
    return withArgument(map, name, name === 'Ref' || dot < 0 ? known : [known.slice(0, dot), known.slice(dot + 1)]);
  if (name === 'Fn::GetAtt' && isList(known) && known.every(isString)) return withArgument(map, name, known);
  cx.scope.report(NotAName(name, kindOf(known)), originOf(argument) ?? originOf(map));
  return map;
};

const attribute: Resolver = (map, argument, cx) => {
  if (!isList(argument)) return reference(map, argument, cx);
  let list: Json[] | undefined;
  for (let at = 0; at < argument.length; at++) {
    const part = argument[at]!;
    if (!isMap(part)) continue;
    const known = evaluate(part, cx.scope);
    if (isString(known)) {
      list ??= shallowCopy(argument);
      list[at] = known;
    } else if (known !== undefined) {
      cx.scope.report(NotAName('Fn::GetAtt', kindOf(known)), originOf(part) ?? originOf(map));
    } else if (at === 0 || intrinsicName(part) !== 'Ref') cx.leave();
  }
  return list === undefined ? map : withArgument(map, 'Fn::GetAtt', list);
};

const withArgument = (map: JsonMap, name: string, argument: Json): JsonMap => {
  const copy = shallowCopy(map);
  copy[name] = isList(argument) ? stamp(argument, originOf(argument) ?? originOf(map)) : argument;
  return copy;
};

const always = (): boolean => true;

const resolvers = new Map<string, Resolver>([
  ['Fn::FindInMap', value(isExtended)],
  ['Fn::Length', value(always)],
  ['Fn::ToJsonString', value(always)],
  ['Ref', reference],
  ['Fn::GetAtt', attribute],
]);

const resolveEntries = <T extends Json[] | JsonMap>(container: T, cx: Resolving): T => {
  let copy: JsonMap | undefined;
  const remove = isMap(container) && intrinsicName(container) === undefined;
  for (const key of Object.keys(container)) {
    const before = (container as JsonMap)[key]!;
    if (typeof before !== 'object' || before === null) continue;
    const after = resolveFunctions(before, cx);
    if (after === before) continue;
    copy ??= shallowCopy(container) as JsonMap;
    if (remove && isNoValue(after)) delete copy[key];
    else {
      copy[key] = after;
      note(copy, isList(container) ? Number(key) : key, before, cx.scope);
    }
  }
  return (copy as T | undefined) ?? container;
};

/** A value taken from a mapping comes from the function, and from the mapping. */
const note = (copy: Json[] | JsonMap, step: Step, before: Json, scope: Scope): void => {
  const found: Cause | undefined = isMap(before) ? mappingEntry(before, scope) : undefined;
  const entry = entryOf(copy, step);
  if (found === undefined || entry === undefined) return;
  const { related = [] } = entry.value;
  const noted: Entry = { key: entry.key, value: { ...entry.value, related: [...related, found] } };
  place(copy, step, noted);
};
