import { isNoValue } from '../model/intrinsics.ts';
import { type Cause, entryOf, originOf, shallowCopy } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { isIntrinsic, isList, isMap, isString, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import type { Resolving } from './resolve.ts';

const NotAPolicy = message(
  'wrong-type',
  'error',
  (name: string, id: string, found: string, allowed: readonly string[]) =>
    `'${name}' of '${id}' is ${found}; it must be one of ${allowed.join(', ')}, or a function that returns one of them.`,
);

const policies: ReadonlyMap<string, readonly string[]> = new Map([
  ['DeletionPolicy', ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot']],
  ['UpdateReplacePolicy', ['Delete', 'Retain', 'Snapshot']],
]);

/** A resource whose attributes, where functions stand for them, have their values. */
export const resolveAttributes = (id: string, body: JsonMap, cx: Resolving): JsonMap => {
  let copy: JsonMap | undefined;
  for (const name of ['Condition', 'DependsOn', ...policies.keys()]) {
    const before = body[name];
    if (before === undefined || (!isMap(before) && !isList(before))) continue;
    const known = evaluate(before, cx.scope);
    const allowed = policies.get(name);
    if (known === undefined) {
      if (allowed) cx.leave();
    } else if (allowed && !(isString(known) && allowed.includes(known))) {
      cx.scope.report(NotAPolicy(name, id, describe(before, known), allowed), placeOf(body, name), id);
    } else if (!isList(before)) {
      copy ??= shallowCopy(body);
      if (isNoValue(known)) delete copy[name];
      else copy[name] = known;
    }
  }
  return copy ?? body;
};

const describe = (before: Json, known: Json): string => {
  if (isNoValue(known)) return "'AWS::NoValue'";
  if (isString(known)) return `'${known}'`;
  return kindOf(isIntrinsic(before) ? known : before);
};

const placeOf = (body: JsonMap, name: string): Cause | undefined => entryOf(body, name)?.value ?? originOf(body);
