import { type Cause, entryOf, originOf } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import type { Scope } from './scope.ts';

const BadArguments = message(
  'invalid-find-in-map',
  'error',
  (found: string) =>
    `'Fn::FindInMap' takes a list: map name, top-level key, second-level key and, optionally, '{DefaultValue: …}'; found ${found}.`,
);
const BadDefault = message(
  'invalid-find-in-map',
  'error',
  (found: string) => `The fourth item of 'Fn::FindInMap' must be a map with only 'DefaultValue'; found ${found}.`,
);
const BadKey = message(
  'invalid-find-in-map',
  'error',
  (found: string) => `The map name and the keys of 'Fn::FindInMap' must be strings; found ${found}.`,
);
const NotFound = message(
  'not-in-mappings',
  'error',
  (path: string) =>
    `'Mappings' has no entry ${path}. Add it, or add '{DefaultValue: …}' as the fourth item of 'Fn::FindInMap'.`,
);

/** What a mapping holds, or the default; undefined where a key is only known at the deployment. */
export const findInMap = (argument: Json, scope: Scope, map: JsonMap): Json | undefined => {
  const operands = readOperands(argument, scope, map);
  if (operands === undefined) return undefined;
  const path = keysOf(operands.keys, scope, originOf(argument) ?? originOf(map));
  if (path === undefined) return undefined;
  const found = look(scope.mappings, path);
  if (found !== undefined) return found.value;
  if (operands.fallback !== undefined) return evaluate(operands.fallback, scope);
  if (operands.keys.every(isString)) {
    scope.report(NotFound(path.map((key) => `'${key}'`).join(' → ')), originOf(map));
  }
  return undefined;
};

/** The place in `Mappings` that a `Fn::FindInMap` takes its value from, if it takes it from there. */
export const mappingEntry = (map: JsonMap, scope: Scope): Cause | undefined => {
  const argument = get(map, 'Fn::FindInMap');
  const path = isList(argument) ? keysOf(argument.slice(0, 3), scope, originOf(map)) : undefined;
  return path && look(scope.mappings, path)?.origin;
};

/** Whether this form of `Fn::FindInMap` needs the transform: a default, or keys made by more than `Ref` and itself. */
export const isExtended = (argument: Json): boolean =>
  isList(argument) && (argument.length > 3 || argument.some((key) => isMap(key) && !isNative(key)));

const isNative = (key: JsonMap): boolean => {
  const name = intrinsicName(key);
  return (name === 'Ref' && isString(key[name])) || (name === 'Fn::FindInMap' && !isExtended(key[name]!));
};

interface Operands {
  readonly keys: Json[];
  readonly fallback: Json | undefined;
}

const readOperands = (argument: Json, scope: Scope, map: JsonMap): Operands | undefined => {
  const refuse = (found: ReturnType<typeof BadArguments>, at: Cause | undefined): undefined =>
    scope.report(found, at ?? originOf(map)) as undefined;
  if (!isList(argument) || argument.length < 3 || argument.length > 4) {
    const found = isList(argument) ? `a list of ${argument.length}` : kindOf(argument);
    return refuse(BadArguments(found), entryOf(map, 'Fn::FindInMap')?.value);
  }
  const keys = argument.slice(0, 3);
  if (argument.length === 3) return { keys, fallback: undefined };
  const options = argument[3]!;
  if (!isMap(options) || Object.keys(options).join() !== 'DefaultValue') {
    const found = isMap(options) ? `a map with ${Object.keys(options).join(', ') || 'nothing in it'}` : kindOf(options);
    return refuse(BadDefault(found), entryOf(argument, 3)?.value);
  }
  return { keys, fallback: options['DefaultValue']! };
};

const keysOf = (keys: Json[], scope: Scope, around: Cause | undefined): string[] | undefined => {
  const path: string[] = [];
  for (const key of keys) {
    const value = evaluate(key, scope);
    if (value === undefined) return undefined;
    if (isList(value) || isMap(value) || value === null) {
      scope.report(BadKey(kindOf(value)), originOf(key) ?? around);
      return undefined;
    }
    path.push(String(value));
  }
  return path;
};

const look = (mappings: JsonMap, path: readonly string[]): { value: Json; origin: Cause | undefined } | undefined => {
  const [name, top, second] = path as [string, string, string];
  const level = get(get(mappings, name), top);
  const value = get(level, second);
  return value === undefined || value === null ? undefined : { value, origin: entryOf(level, second)?.value };
};
