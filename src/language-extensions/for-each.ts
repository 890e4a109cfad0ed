import { Budget } from '../model/budget.ts';
import { inGroups } from '../model/counted.ts';
import { isLogicalId } from '../model/logical-id.ts';
import { serverlessPrefix } from '../model/macros.ts';
import {
  type Cause,
  type Entry,
  entryOf,
  orderedKeys,
  originOf,
  place,
  type Span,
  shallowCopy,
  stamp,
} from '../model/origin.ts';
import { message } from '../model/problem.ts';
import { get, isList, isMap, isString, type Json, type JsonMap, newMap } from '../model/tree.ts';
import { type Item, isLoop, itemsOf, type Loop, readLoop } from './loop.ts';
import type { Scope } from './scope.ts';
import { mentions, type Round, RoundValue, substitute, withItems } from './substitute.ts';

const TooDeep = message('for-each-too-deep', 'error', () => `Loops can be nested at most ${maximumDepth} deep.`);
const TooLarge = message(
  'for-each-too-large',
  'error',
  () =>
    `The loops of this template produce more than ${inGroups(maximumValues)} values or ${inGroups(maximumCharacters)} characters.`,
);
const SameIdentifier = message(
  'for-each-identifier-taken',
  'error',
  (name: string, by: string) => `The identifier '${name}' is already the name of ${by}. Give it another name.`,
);
const SameName = message(
  'for-each-name-taken',
  'error',
  (name: string, by: string) => `The loop name '${name}' is already the name of ${by}. Give the loop another name.`,
);
const NameTwice = message(
  'for-each-name-twice',
  'warning',
  (name: string) => `Another loop is also called '${name}'; the names of loops must be unique within a template.`,
);
const NoPlaceholder = message(
  'for-each-key-without-identifier',
  'error',
  (key: string, identifiers: readonly string[]) =>
    `Every iteration would produce the same key '${key}'. Add '\${${identifiers[0]}}' to it.`,
);
const SameKey = message(
  'for-each-duplicate-key',
  'error',
  (key: string) => `This loop produces '${key}', which already exists.`,
);
const BadKey = message(
  'for-each-invalid-key',
  'error',
  (key: string, identifiers: readonly string[]) =>
    `This loop produces the name '${key}'; a name may only have letters and digits. '&{${identifiers[0]}}' inserts the value without other characters.`,
);
const ServerlessUnknown = message(
  'for-each-of-serverless-unknown',
  'error',
  () =>
    'This loop produces serverless resources, but its collection is known only at deployment, so they cannot be expanded. Give its parameters a value or a default.',
);

const maximumDepth = 5;
/** A template of CloudFormation's largest size, 1 MB, holds fewer. */
const maximumValues = 200_000;
const maximumCharacters = 16_000_000;

/** What the expansion of loops goes by, and where it has got to. */
export interface Expanding {
  readonly scope: Scope;
  /** Told when a loop has to stay for the deployment. */
  readonly leave: () => void;
  /** What names cannot be used for identifiers and loops: parameters and resources. */
  readonly taken: (name: string) => string | undefined;
  /** Where each name of a loop was first seen. */
  readonly names: Map<string, Cause | undefined>;
  /** The values and characters that may still be made, against loops that never end in practice. */
  readonly budget: { readonly values: Budget; readonly characters: Budget };
  /** Whether the keys of this map are names of the template. */
  readonly named: boolean;
  readonly open: readonly { readonly identifiers: readonly string[] }[];
  readonly items: readonly Span[];
}

/** A tree with its loops replaced by what they make. Parts without loops are shared with the input. */
export const expandLoops = (value: Json, where: Expanding): Json => {
  if (isList(value)) return expandItems(value, where);
  if (!isMap(value)) return value;
  if (Object.keys(value).some(isLoop)) return expandMap(value, where);
  let copy: JsonMap | undefined;
  for (const key of Object.keys(value)) {
    const after = expandLoops(value[key]!, inside(where));
    if (after === value[key]) continue;
    copy ??= shallowCopy(value);
    copy[key] = after;
  }
  return copy ?? value;
};

const inside = (where: Expanding): Expanding => (where.named ? { ...where, named: false } : where);

const expandItems = (list: Json[], where: Expanding): Json[] => {
  let copy: Json[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const after = expandLoops(list[at]!, inside(where));
    if (after === list[at]) continue;
    copy ??= shallowCopy(list);
    copy[at] = after;
  }
  return copy ?? list;
};

const expandMap = (map: JsonMap, where: Expanding): JsonMap => {
  const result = newMap();
  const add = (key: string, value: Json, entry: Entry | undefined): void => {
    if (Object.hasOwn(result, key)) where.scope.report(SameKey(key), entry?.key ?? originOf(map));
    else {
      result[key] = value;
      place(result, key, entry);
    }
  };
  // What is written out comes first into the collision check, wherever it stands.
  const written = new Set(Object.keys(map).filter((key) => !isLoop(key)));
  for (const key of orderedKeys(map)) {
    if (!isLoop(key)) {
      add(key, expandLoops(map[key]!, inside(where)), entryOf(map, key));
      continue;
    }
    for (const made of expandLoop(map, key, where)) {
      if (written.has(made.key)) where.scope.report(SameKey(made.key), made.entry?.key ?? originOf(map));
      else add(made.key, made.value, made.entry);
    }
  }
  return stamp(result, originOf(map));
};

interface Made {
  readonly key: string;
  readonly value: Json;
  readonly entry: Entry | undefined;
}

const expandLoop = (container: JsonMap, key: string, where: Expanding): readonly Made[] => {
  const { scope } = where;
  const loop = readLoop(container, key, scope);
  const items = loop && mayStand(loop, where) ? itemsOf(loop, scope) : undefined;
  if (loop === undefined || items === undefined) return asWritten(container, key, where);
  if (items === 'unknown') {
    if (where.named && makesServerless(loop.body)) scope.report(ServerlessUnknown(), loop.at);
    return asWritten(container, key, where);
  }
  const fixed = Object.keys(loop.body).find((each) => !isLoop(each) && !mentions(each, loop.identifiers));
  if (items.length > 1 && fixed !== undefined) {
    scope.report(NoPlaceholder(fixed, loop.identifiers), entryOf(loop.body, fixed)?.key ?? loop.at);
    return asWritten(container, key, where);
  }
  const made: Made[] = [];
  for (const item of items) if (!expandRound(loop, item, where, made)) return asWritten(container, key, where);
  return made;
};

/** A loop that only the deployment can run, or that is wrong, stays. */
const asWritten = (container: JsonMap, key: string, where: Expanding): readonly Made[] => {
  where.leave();
  return [{ key, value: container[key]!, entry: entryOf(container, key) }];
};

/** What the loops of one template may make. */
export const loopBudget = (): Expanding['budget'] => ({
  values: new Budget(maximumValues),
  characters: new Budget(maximumCharacters),
});

/** Thrown when loops have made too much. */
class Spent extends Error {}

const spend = (budget: Budget, amount: number): void => {
  if (!budget.spend(amount)) throw new Spent();
};

/** Adds what one round makes; false when the loops have made too much. */
const expandRound = (loop: Loop, item: Item, where: Expanding, made: Made[]): boolean => {
  const values = new Map(loop.identifiers.map((name, at) => [name, new RoundValue(item.values[at]!)]));
  const items = item.origin ? [item.origin, ...where.items] : where.items;
  const round: Round = { values, items, puttingIn: (text) => spend(where.budget.characters, text.length) };
  let body: JsonMap;
  try {
    spend(where.budget.values, loop.weight);
    spend(where.budget.characters, loop.characters);
    body = substitute(loop.body, round) as JsonMap;
  } catch (error) {
    if (!(error instanceof Spent)) throw error;
    where.scope.report(TooLarge(), loop.at);
    return false;
  }
  const expanded = expandLoops(body, { ...where, open: [...where.open, loop], items }) as JsonMap;
  for (const key of orderedKeys(expanded)) {
    const entry = entryOf(expanded, key);
    if (where.named && !isLoop(key) && !isLogicalId(key)) {
      where.scope.report(BadKey(key, loop.identifiers), entry?.key ?? loop.at);
      continue;
    }
    const origin: Entry | undefined = entry && {
      key: withItems(entry.key, round)!,
      value: withItems(entry.value, round)!,
    };
    made.push({ key, value: caused(expanded[key]!, round), entry: origin });
  }
  return true;
};

/** A copy of what a round made as a whole, whose cause names the items. */
const caused = (value: Json, round: Round): Json => {
  if (!isMap(value) && !isList(value)) return value;
  return stamp(shallowCopy(value), withItems(originOf(value), round));
};

const mayStand = (loop: Loop, where: Expanding): boolean => {
  const { scope, open } = where;
  if (open.length >= maximumDepth) {
    scope.report(TooDeep(), loop.at);
    return false;
  }
  const first = where.names.get(loop.name);
  if (!where.names.has(loop.name)) where.names.set(loop.name, loop.at);
  else if (first?.start !== loop.at?.start) scope.report(NameTwice(loop.name), loop.at);
  const named = where.taken(loop.name);
  if (named !== undefined) scope.report(SameName(loop.name, named), loop.at);
  let sound = named === undefined;
  for (const identifier of loop.identifiers) {
    const outer = open.some(({ identifiers }) => identifiers.includes(identifier));
    const by = outer ? 'an identifier of a loop around it' : where.taken(identifier);
    if (by === undefined) continue;
    scope.report(SameIdentifier(identifier, by), loop.identifierAt ?? loop.at);
    sound = false;
  }
  return sound;
};

const makesServerless = (body: Json): boolean => {
  if (isList(body)) return body.some(makesServerless);
  if (!isMap(body)) return false;
  const type = get(body, 'Type');
  if (isString(type) && type.startsWith(serverlessPrefix)) return true;
  return Object.keys(body).some((key) => makesServerless(body[key]!));
};
