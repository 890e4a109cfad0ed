import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { get, isList, isNothing, isString, type Json, type Step } from '../../../model/tree.ts';
import { isPlainMap } from './choices.ts';

/** An attribute that is part of a key, or that is defined. */
export interface Attribute {
  readonly name: string;
  readonly at: Cause | undefined;
}

/** The key of a table or of one of its indexes. */
export interface Key {
  readonly hash: readonly Attribute[];
  readonly range: readonly Attribute[];
  /** All of them as they are written. */
  readonly attributes: readonly Attribute[];
}

/** An index of a table; its key is undefined where it is not known before the deployment. */
export interface Index {
  readonly name: Attribute | undefined;
  readonly key: Key | undefined;
  readonly path: readonly Step[];
  readonly kind: 'local' | 'global';
}

/** The key that stands at a path of a table; undefined where any part of it is known only at deploy time. */
export const keyAt = (table: ResourceNode, cx: RuleContext, ...path: Step[]): Key | undefined => {
  const where = [...path, 'KeySchema'];
  const elements = cx.resolve(table.get(...where));
  if (!isList(elements) || elements.length === 0) return undefined;
  const key = { hash: [] as Attribute[], range: [] as Attribute[], attributes: [] as Attribute[] };
  for (const [index, element] of elements.entries()) {
    const name = textOf(get(element, 'AttributeName'));
    const type = get(element, 'KeyType');
    if (name === undefined || (type !== 'HASH' && type !== 'RANGE')) return undefined;
    const attribute = { name, at: table.place(...where, index, 'AttributeName') };
    key.attributes.push(attribute);
    key[type === 'HASH' ? 'hash' : 'range'].push(attribute);
  }
  return key;
};

const lists = { local: 'LocalSecondaryIndexes', global: 'GlobalSecondaryIndexes' } as const;

/** The indexes of one kind; undefined where it is not known before the deployment which there are. */
export const indexesOf = (table: ResourceNode, kind: Index['kind'], cx: RuleContext): readonly Index[] | undefined => {
  const list = table.get(lists[kind]);
  if (isNothing(list)) return [];
  if (!isList(list) || !list.every(isPlainMap)) return undefined;
  return list.map((index, at) => {
    const path = [lists[kind], at];
    const name = textOf(cx.resolve(get(index, 'IndexName')));
    return {
      name: name === undefined ? undefined : { name, at: table.place(...path, 'IndexName') },
      key: keyAt(table, cx, ...path),
      path,
      kind,
    };
  });
};

/** The attributes that a table defines; undefined where one of them is known only at deploy time. */
export const definedAttributes = (table: ResourceNode, cx: RuleContext): readonly Attribute[] | undefined => {
  const list = table.get('AttributeDefinitions');
  if (isNothing(list)) return [];
  const resolved = cx.resolve(list);
  if (!isList(resolved)) return undefined;
  const attributes = resolved.flatMap((definition, index) => {
    const name = textOf(get(definition, 'AttributeName'));
    return name === undefined ? [] : [{ name, at: table.place('AttributeDefinitions', index, 'AttributeName') }];
  });
  return attributes.length === resolved.length ? attributes : undefined;
};

/** What stands in a list for the second time, and where it stood first. */
export const twiceIn = (
  attributes: readonly Attribute[],
): { readonly again: Attribute; readonly first: Attribute }[] => {
  const seen = new Map<string, Attribute>();
  return attributes.flatMap((again) => {
    const first = seen.get(again.name);
    if (first) return [{ again, first }];
    seen.set(again.name, again);
    return [];
  });
};

const textOf = (value: Json | undefined): string | undefined =>
  isString(value) ? value : typeof value === 'number' ? String(value) : undefined;
