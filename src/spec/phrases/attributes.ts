import { isList, isMap, isString, type Json, type JsonMap } from '../../model/tree.ts';

/** An attribute that is a key, and its type in DynamoDB's letters. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S' | 'N' | 'B';
}

const letters = { text: 'S', number: 'N', binary: 'B' } as const;
const words = { S: 'text', N: 'number', B: 'binary' } as const;

export const attributeSays = "an attribute such as 'orderId' or 'date number'";

/** Reads `date number`: a name and its type, text where none is said. */
export const parseAttribute = (text: string): KeyAttribute | undefined => {
  const [, name, word = 'text'] = /^(\S{1,255})(?: (text|number|binary))?$/.exec(text) ?? [];
  return name === undefined || name.includes('${') ? undefined : { name, type: letters[word as keyof typeof letters] };
};

export const printAttribute = ({ name, type }: KeyAttribute): string =>
  type === 'S' ? name : `${name} ${words[type]}`;

/** Hash, then range, as DynamoDB's key schema. */
export const keySchema = (attributes: readonly KeyAttribute[]): JsonMap[] =>
  attributes.map(({ name }, at) => ({ AttributeName: name, KeyType: at === 0 ? 'HASH' : 'RANGE' }));

/** The names of a key schema that is hash, then range; undefined for any other. */
export const namesOfSchema = (schema: Json | undefined): string[] | undefined => {
  if (!isList(schema) || schema.length < 1 || schema.length > 2) return undefined;
  const names: string[] = [];
  for (const [at, item] of schema.entries()) {
    if (!isMap(item) || Object.keys(item).length !== 2) return undefined;
    const { AttributeName: name, KeyType: kind } = item;
    if (!isString(name) || kind !== (at === 0 ? 'HASH' : 'RANGE')) return undefined;
    names.push(name);
  }
  return names;
};
