import { isLogicalId } from '../model/logical-id.ts';
import { type Cause, entryOf, orderedKeys, originOf, type Span } from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { get, intrinsicName, isList, isMap, isString, type Json, type JsonMap, kindOf } from '../model/tree.ts';
import { evaluate } from './evaluate.ts';
import { isHidden, type Scope, textOf } from './scope.ts';

const prefix = 'Fn::ForEach::';

export const isLoop = (key: string): boolean => key.startsWith('Fn::ForEach');

const NoName = message(
  'invalid-for-each',
  'error',
  (key: string) => `A loop is written 'Fn::ForEach::Name' with a name of letters and digits; found '${key}'.`,
);
const BadShape = message(
  'invalid-for-each',
  'error',
  (found: string) => `A loop is a list of three items: identifier, collection and the map to repeat; found ${found}.`,
);
const BadIdentifier = message(
  'invalid-for-each',
  'error',
  (found: string) =>
    `The identifier of a loop must be a name of letters and digits, or a list of such names; found ${found}.`,
);
const BadBody = message(
  'invalid-for-each',
  'error',
  (found: string) => `The body of a loop must be a map with at least one key; found ${found}.`,
);
const BadCollection = message(
  'invalid-for-each-collection',
  'error',
  (found: string) =>
    `The collection of a loop must be a list, or a function that returns one, or with two identifiers a map; found ${found}.`,
);
const BadItem = message(
  'invalid-for-each-collection',
  'error',
  (wanted: string, found: string) => `Each item of this loop's collection must be ${wanted}; found ${found}.`,
);
const Hidden = message(
  'hidden-for-each-collection',
  'error',
  (name: string) => `A loop cannot iterate over the parameter '${name}', because it has 'NoEcho'.`,
);

/** A loop as it was written. */
export interface Loop {
  readonly key: string;
  readonly name: string;
  readonly identifiers: readonly string[];
  readonly collection: Json;
  readonly body: JsonMap;
  /** How many values the body holds, and how many characters. */
  readonly weight: number;
  readonly characters: number;
  readonly at: Cause | undefined;
  /** Where the identifier stands. */
  readonly identifierAt: Cause | undefined;
}

/** One round's values, one for each identifier, and the item they come from. */
export interface Item {
  readonly values: readonly string[];
  readonly origin: Span | undefined;
}

/** Reads a loop; undefined after a report. */
export const readLoop = (container: JsonMap, key: string, scope: Scope): Loop | undefined => {
  const definition = container[key]!;
  const entry = entryOf(container, key);
  const at = entry?.key ?? originOf(container);
  const refuse = (found: ReturnType<typeof BadShape>, where: Cause | undefined): undefined =>
    scope.report(found, where ?? at) as undefined;
  const name = key.slice(prefix.length);
  if (!key.startsWith(prefix) || !isLogicalId(name)) return refuse(NoName(key), at);
  if (!isList(definition) || definition.length !== 3) {
    return refuse(BadShape(isList(definition) ? `a list of ${definition.length}` : kindOf(definition)), entry?.value);
  }
  const [given, collection, body] = definition as [Json, Json, Json];
  const identifierAt = entryOf(definition, 0)?.value;
  const identifiers = isList(given) ? given.map((each) => evaluate(each, scope) ?? each) : [given];
  const wrong = identifiers.find((each) => !isString(each) || !isLogicalId(each));
  if (wrong !== undefined || identifiers.length === 0) {
    const found = isString(wrong) ? `'${wrong}'` : wrong === undefined ? 'an empty list' : kindOf(wrong);
    return refuse(BadIdentifier(found), identifierAt);
  }
  if (!isMap(body) || Object.keys(body).length === 0) {
    return refuse(BadBody(isMap(body) ? 'an empty map' : kindOf(body)), entryOf(definition, 2)?.value);
  }
  return { key, name, identifiers: identifiers as string[], collection, body, ...measure(body), at, identifierAt };
};

/**
 * The rounds of a loop. `unknown` where the collection is only known at the deployment; undefined after a report.
 */
export const itemsOf = (loop: Loop, scope: Scope): readonly Item[] | 'unknown' | undefined => {
  const { collection, identifiers } = loop;
  const at = originOf(collection) ?? loop.at;
  const hidden = hiddenParameter(collection, scope);
  if (hidden !== undefined) return scope.report(Hidden(hidden), at) as undefined;
  const values = evaluate(collection, scope);
  if (values === undefined) return 'unknown';
  if (isMap(values) && identifiers.length === 2) return entriesOf(values, at, scope);
  if (!isList(values)) return scope.report(BadCollection(kindOf(values)), at) as undefined;
  const origins = itemOrigins(collection, values.length, scope);
  const items: Item[] = [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const origin = origins(index) ?? at;
    const parts = identifiers.length === 1 && !isList(value) ? [value] : value;
    if (!isList(parts) || parts.length !== identifiers.length || parts.some((part) => isMap(part) || isList(part))) {
      const wanted = identifiers.length === 1 ? 'a string' : `a list of ${identifiers.length} strings`;
      scope.report(BadItem(wanted, isList(value) ? `a list of ${value.length}` : kindOf(value)), origin);
      return undefined;
    }
    items.push({ values: parts.map((part) => textOf(part as string)), origin });
  }
  return items;
};

/** The rounds over a map: its keys and their values. */
const entriesOf = (map: JsonMap, around: Cause | undefined, scope: Scope): readonly Item[] | undefined => {
  const items: Item[] = [];
  for (const key of orderedKeys(map)) {
    const value = map[key]!;
    const origin = entryOf(map, key)?.key ?? around;
    if (isMap(value) || isList(value)) return scope.report(BadItem('a string', kindOf(value)), origin) as undefined;
    items.push({ values: [key, textOf(value)], origin });
  }
  return items;
};

const hiddenParameter = (value: Json, scope: Scope): string | undefined => {
  if (isList(value) || (isMap(value) && intrinsicName(value) === undefined)) {
    return Object.values(value)
      .map((item) => hiddenParameter(item, scope))
      .find((name) => name !== undefined);
  }
  const name = intrinsicName(value) === 'Ref' ? get(value, 'Ref') : undefined;
  return isString(name) && isHidden(scope, name) ? name : undefined;
};

/** Where each item was written: in the list itself, or in the default of the parameter that the loop runs over. */
const itemOrigins = (collection: Json, count: number, scope: Scope): ((index: number) => Span | undefined) => {
  if (isList(collection)) {
    return collection.length === count ? (index) => entryOf(collection, index)?.value : () => undefined;
  }
  const name = get(collection, 'Ref');
  const parameter = isString(name) ? get(scope.parameters, name) : undefined;
  const origin =
    entryOf(parameter, 'Default')?.value ?? (isString(name) ? entryOf(scope.parameters, name)?.key : undefined);
  return () => origin;
};

const measure = (value: Json): { weight: number; characters: number } => {
  if (typeof value !== 'object' || value === null) return { weight: 1, characters: String(value).length };
  let [weight, characters] = [1, 0];
  for (const key of Object.keys(value)) {
    const inner = measure((value as JsonMap)[key]!);
    weight += inner.weight;
    characters += inner.characters + (isMap(value) ? key.length : 0);
  }
  return { weight, characters };
};
