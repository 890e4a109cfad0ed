import { valueOrigin } from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { get, isList, isString, isTruthy, kindOf } from '../../model/tree.ts';
import type { Authorizer } from './authorizers.ts';
import type { ApiContext } from './context.ts';

const NotAList = message(
  'wrong-type',
  'error',
  (property: string, name: string, found: string) =>
    `'${property}' of 'Identity' of the authorizer '${name}' is ${found}; it must be a list of names.`,
);
const NotAString = message(
  'wrong-type',
  'error',
  (property: string, name: string, found: string) =>
    `'${property}' of 'Identity' of the authorizer '${name}' holds ${found}; each item must be a name.`,
);

const prefixes = [
  ['Headers', 'method.request.header.'],
  ['QueryStrings', 'method.request.querystring.'],
  ['StageVariables', 'stageVariables.'],
  ['Context', 'context.'],
] as const;

/** What a REQUEST authorizer's answers are kept by: a list in one text. */
export const identitySource = (cx: ApiContext, { name, settings, cause }: Authorizer): string => {
  const identity = get(settings, 'Identity');
  const parts: string[] = [];
  for (const [property, prefix] of prefixes) {
    const list = get(identity, property);
    if (!isTruthy(list)) continue;
    if (!isList(list))
      return cx.fail(NotAList(property, name, kindOf(list)), valueOrigin(identity!, property) ?? cause);
    for (const [at, item] of list.entries()) {
      if (!isString(item)) return cx.fail(NotAString(property, name, kindOf(item)), valueOrigin(list, at) ?? cause);
      parts.push(prefix + item);
    }
  }
  return parts.join(', ');
};
