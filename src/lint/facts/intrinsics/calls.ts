import { isList, isMap, type Json, type JsonMap } from '../../../model/tree.ts';

/** One use of a function. */
export interface Call {
  readonly map: JsonMap;
  readonly operand: Json;
  /** The resource it stands in. */
  readonly logicalId: string | undefined;
}

const cache = new WeakMap<JsonMap, ReadonlyMap<string, readonly Call[]>>();

/** Every use of a function in resources and outputs; the walk is made once for all rules that ask. */
export const functionsNamed = (template: JsonMap, fn: string): readonly Call[] => {
  let known = cache.get(template);
  if (!known) {
    const found = new Map<string, Call[]>();
    for (const section of ['Resources', 'Outputs', 'Conditions']) {
      const entries = template[section];
      if (!isMap(entries)) continue;
      for (const id of Object.keys(entries)) collect(entries[id]!, section === 'Resources' ? id : undefined, found);
    }
    cache.set(template, found);
    known = found;
  }
  return known.get(fn) ?? [];
};

const collect = (value: Json, logicalId: string | undefined, found: Map<string, Call[]>): void => {
  if (isList(value)) {
    for (const item of value) if (typeof item === 'object') collect(item, logicalId, found);
  } else if (isMap(value)) {
    for (const key in value) {
      const operand = value[key]!;
      if (key.startsWith('Fn::')) {
        const list = found.get(key);
        if (list) list.push({ map: value, operand, logicalId });
        else found.set(key, [{ map: value, operand, logicalId }]);
      }
      if (typeof operand === 'object') collect(operand, logicalId, found);
    }
  }
};
