import { entryOf, originOf } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { isList, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

const NotAList = message(
  'invalid-length',
  'error',
  (found: string) => `'Fn::Length' takes a list, or a function that returns one; found ${found}.`,
);

/** How many items a list has; a list that is written out is counted, whatever its items are. */
export const lengthOf = (argument: Json, scope: Scope, map: JsonMap): number | undefined => {
  if (isList(argument)) return argument.length;
  const value = evaluate(argument, scope);
  if (value === undefined) return undefined;
  if (isList(value)) return value.length;
  scope.report(NotAList(kindOf(value)), entryOf(map, 'Fn::Length')?.value ?? originOf(map));
  return undefined;
};
