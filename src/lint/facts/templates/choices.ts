import { ifOperands, isNoValue } from '../../../model/intrinsics.ts';
import { type Cause, originOf } from '../../../model/origin.ts';
import { get, isIntrinsic, isList, isMap, isNothing, isString, type Json, type JsonMap } from '../../../model/tree.ts';
import { hasFunctionKey } from './function-keys.ts';
import { placeIn } from './places.ts';

/** A value that may come to stand somewhere, and its place. `undefined` stands for nothing at all. */
export interface Choice<T extends Json | undefined = Json> {
  readonly value: T;
  readonly at: Cause | undefined;
}

/** What a value may be: itself, or each branch of an `Fn::If`; an empty branch counts as `undefined`. */
export const choicesOf = (value: Json | undefined, at: Cause | undefined): Choice<Json | undefined>[] => {
  if (isNothing(value) || isNoValue(value)) return [{ value: undefined, at }];
  const operands = ifOperands(value);
  if (!operands) return [{ value, at }];
  const list = (value as JsonMap)['Fn::If']!;
  return [1, 2].flatMap((branch) => choicesOf(operands[branch], placeIn(list, branch) ?? at));
};

/** A choice, and the conditions that lead to it, with a `!` before those that do not hold. */
export interface Way<T extends Json | undefined = Json> extends Choice<T> {
  readonly way: readonly string[];
}

/** The name of a condition; of one that is not named, its JSON, which no condition is called. */
const nameOf = (condition: Json | undefined): string => (isString(condition) ? condition : JSON.stringify(condition));

/** As `choicesOf`, with the conditions of each, behind those that are around the value. */
export const waysOf = (
  value: Json | undefined,
  at: Cause | undefined,
  around: readonly string[],
): Way<Json | undefined>[] => {
  if (isNothing(value) || isNoValue(value)) return [{ value: undefined, at, way: around }];
  const operands = ifOperands(value);
  if (!operands) return [{ value, at, way: around }];
  const list = (value as JsonMap)['Fn::If']!;
  const name = nameOf(operands[0]);
  return [1, 2].flatMap((branch) =>
    waysOf(operands[branch], placeIn(list, branch) ?? at, [...around, branch === 1 ? name : `!${name}`]),
  );
};

/** As `waysOf`, without the branches that are nothing. */
export const presentWays = (value: Json, at: Cause | undefined, around: readonly string[]): Way[] =>
  waysOf(value, at, around).filter((each): each is Way => each.value !== undefined);

/** As `choicesOf`, without the branches that are nothing. */
export const presentIn = (value: Json | undefined, at: Cause | undefined): Choice[] => {
  if (isNothing(value)) return [];
  if (typeof value !== 'object') return [{ value, at }];
  return choicesOf(value, at).filter((choice): choice is Choice => choice.value !== undefined);
};

/** What the entry of a map may be. */
export const entryChoices = (map: Json, key: string, around: Cause | undefined): Choice[] => {
  const value = get(map, key);
  return isNothing(value) ? [] : presentIn(value, placeIn(map, key) ?? originOf(map) ?? around);
};

/** Whether a map certainly has nothing at a key: no entry, or one that is empty in every branch. */
export const lacksEntry = (map: Json, key: string): boolean => presentIn(get(map, key), undefined).length === 0;

/** The positions of a list that certainly hold an item: none that an `Fn::If` may leave out. */
export const certainItems = (list: readonly Json[]): number[] =>
  [...list.keys()].filter((index) => choicesOf(list[index], undefined).every(({ value }) => value !== undefined));

/** The items of a list, or the value itself where one item may stand alone; `Fn::If` gives both branches. */
export const itemsOf = (choice: Choice): Choice[] => {
  const found: Choice[] = [];
  addItems(choice, found);
  return found;
};

const addItems = (choice: Choice, found: Choice[]): void => {
  const { value, at } = choice;
  if (!isList(value)) {
    found.push(choice);
    return;
  }
  for (let step = 0; step < value.length; step++) {
    for (const item of presentIn(value[step], placeIn(value, step) ?? at)) addItems(item, found);
  }
};

/** The items that stand under a key of a map: those of a list, or one alone. */
export const entryItems = (map: Json, key: string, around: Cause | undefined): Choice[] => {
  const found: Choice[] = [];
  for (const choice of entryChoices(map, key, around)) addItems(choice, found);
  return found;
};

/** An item with the branches of `Fn::If` that it stands in: the condition, with a `!` before it where that must not hold. */
export interface BranchItem extends Choice {
  readonly branches: readonly string[];
}

/** As `entryItems`, each item with its branches. */
export const branchItems = (map: Json, key: string, around: Cause | undefined): BranchItem[] =>
  branched(get(map, key), placeIn(map, key) ?? originOf(map) ?? around, []);

const branched = (value: Json | undefined, at: Cause | undefined, branches: readonly string[]): BranchItem[] => {
  if (isNothing(value) || isNoValue(value)) return [];
  const operands = ifOperands(value);
  if (operands) {
    const list = (value as JsonMap)['Fn::If']!;
    const condition = nameOf(operands[0]);
    return [condition, `!${condition}`].flatMap((branch, index) =>
      branched(operands[index + 1], placeIn(list, index + 1) ?? at, [...branches, branch]),
    );
  }
  if (!isList(value)) return [{ value, at, branches }];
  return value.flatMap((item, step) => branched(item, placeIn(value, step) ?? at, branches));
};

/** True for a map whose keys are all there: no intrinsic function or macro makes it. */
export const isPlainMap = (value: Json | undefined): value is JsonMap =>
  isMap(value) && !isIntrinsic(value) && !hasFunctionKey(value);
