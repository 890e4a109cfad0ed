import { expect, test } from 'vitest';
import type { Json, JsonMap } from '../../src/model/tree.ts';
import { checkProperties } from '../../src/schema/check.ts';
import {
  boolean,
  closedObject,
  listOf,
  literal,
  mapOf,
  object,
  oneOf,
  strict,
  string,
} from '../../src/schema/property.ts';

const inner = closedObject({ Name: literal(string, '', { required: true }), Size: strict(string, '') });
const declared = {
  One: literal(inner, ''),
  Many: literal(mapOf(inner), ''),
  List: literal(listOf(inner), ''),
  Choice: literal(oneOf(boolean, inner), ''),
  Intrinsic: strict(inner, ''),
  Open: strict(object({ Name: literal(string, '', { required: true }) }), ''),
};
const problems = (values: JsonMap): string[] => {
  const found: string[] = [];
  const sound = checkProperties(values, declared, 'Thing', undefined, ({ text }) => found.push(text));
  // An unknown name keeps nothing from being read.
  expect(sound).toBe(found.every((text) => text.includes(' has no property ')));
  return found;
};

test.each<[string, Json, string[]]>([
  ['One', { Name: 'a' }, []],
  ['One', { Size: 'b' }, ["'One' needs the property 'Name'."]],
  ['One', { Name: 1 }, ["'One.Name' is a number; it must be a string."]],
  ['Many', { a: { Name: 'a', Sise: 'b' } }, ["'Many.a' has no property 'Sise'. Did you mean 'Size'?"]],
  ['Many', { a: null }, ["'Many.a' is null; it must be a map."]],
  ['List', [{ Name: 'a' }, {}], ["'List[1]' needs the property 'Name'."]],
  ['Choice', true, []],
  ['Choice', { Name: [] }, ["'Choice.Name' is a list; it must be a string."]],
  ['Intrinsic', { Ref: 'P' }, []],
  ['Open', { Sise: 1, Name: 2 }, []],
  ['Open', 'text', ["'Open' is a string; it must be a map."]],
])('objects in %s are checked to the bottom: %j', (name, value, texts) => {
  expect(problems({ [name]: value })).toEqual(texts);
});
