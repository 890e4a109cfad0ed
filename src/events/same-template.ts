import { nearest } from '../model/nearest.ts';
import type { AnyEventContext } from '../model/plugin.ts';
import { message } from '../model/problem.ts';
import { get, isMap, isString, kindOf } from '../model/tree.ts';

const NotReferred = message(
  'not-in-template',
  'error',
  (property: string, found: string, type: string, near: string | undefined) =>
    `'${property}' is ${found}; it must be a '!Ref' to an ${type} of this template, because the event changes that resource.${near === undefined ? '' : ` Did you mean '!Ref ${near}'?`}`,
);

/** The logical id of the resource of this template that a property refers to by `Ref`; without it the event is dropped. */
export const idInTemplate = (cx: AnyEventContext, property: string, type: string): string => {
  const value = get(cx.properties, property);
  const target = isMap(value) ? get(value, 'Ref') : undefined;
  if (isString(target) && cx.lookup(target) !== undefined) return target;
  if (target !== undefined && !isString(target)) {
    const found = `a 'Ref' to ${kindOf(target)}`;
    return cx.fail(NotReferred(property, found, type, undefined), cx.at(property, 'Ref'));
  }
  const name = target ?? (isString(value) ? value : undefined);
  const found = isString(target) ? `a 'Ref' to '${target}', which is not there` : (name ?? kindOf(value));
  return cx.fail(NotReferred(property, found, type, name && candidate(cx, name, type)), cx.at(property));
};

const candidate = (cx: AnyEventContext, name: string, type: string): string | undefined => {
  const ids: string[] = [];
  for (const source of cx.sources()) if (source.type === type) ids.push(source.id);
  return nearest(name, ids);
};
