import { isList, type Json, type JsonMap, newMap, type Step } from '../model/tree.ts';

/** A change of one container of a tree. Steps are those of the container as it is before all changes. */
export type Operation = { readonly container: Json[] | JsonMap } & (
  | { readonly kind: 'set'; readonly step: Step; readonly value: Json }
  | { readonly kind: 'remove'; readonly step: Step }
  | { readonly kind: 'rename'; readonly step: Step; readonly key: string }
  | { readonly kind: 'add'; readonly step: string; readonly value: Json }
  | { readonly kind: 'insert'; readonly step: number; readonly value: Json }
);

/** The tree with exactly these changes. */
export const outcomeOf = (root: Json, operations: readonly Operation[]): Json => {
  const byContainer = new Map<object, Operation[]>();
  for (const operation of operations) {
    const list = byContainer.get(operation.container);
    if (list) list.push(operation);
    else byContainer.set(operation.container, [operation]);
  }
  const done = new Map<object, Json>();
  const rebuilt = (value: Json): Json => {
    if (typeof value !== 'object' || value === null) return value;
    const known = done.get(value);
    if (known !== undefined) return known;
    const own = byContainer.get(value) ?? [];
    const result = isList(value) ? changedList(value, own, rebuilt) : changedMap(value, own, rebuilt);
    done.set(value, result);
    return result;
  };
  return rebuilt(root);
};

const changedList = (list: Json[], operations: readonly Operation[], rebuilt: (value: Json) => Json): Json[] => {
  const kept = list.map((item): readonly Json[] => [rebuilt(item)]);
  const added = new Map<Step, Json[]>();
  for (const operation of operations) {
    const at = operation.step as number;
    if (operation.kind === 'remove') kept[at] = [];
    else if (operation.kind === 'set') kept[at] = [operation.value];
    else if (operation.kind === 'insert') {
      const before = added.get(at);
      if (before) before.push(operation.value);
      else added.set(at, [operation.value]);
    }
  }
  return [...kept, []].flatMap((items, at) => [...(added.get(at) ?? []), ...items]);
};

const changedMap = (map: JsonMap, operations: readonly Operation[], rebuilt: (value: Json) => Json): JsonMap => {
  const result = newMap();
  const byStep = new Map(operations.map((operation) => [operation.step, operation]));
  for (const key of Object.keys(map)) {
    const operation = byStep.get(key);
    if (operation?.kind === 'set') result[key] = operation.value;
    else if (operation?.kind === 'rename') result[operation.key] = rebuilt(map[key]!);
    else if (operation?.kind !== 'remove') result[key] = rebuilt(map[key]!);
  }
  for (const operation of operations) if (operation.kind === 'add') result[operation.step] = operation.value;
  return result;
};
