import { describe, expect, it } from 'vitest';
import { lower } from '../../src/index.ts';
import { isList, isMap, type Json, type JsonMap, newMap } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { eventForms } from '../../src/spec/events/index.ts';
import { sections } from '../../src/spec/sections/index.ts';

const inherited = ['constructor', '__proto__'];

/** The value with a further key in one map, or another text in the place of one: each once. */
const variants = (value: Json, name: string): Json[] => {
  if (isList(value)) {
    return value.flatMap((item, at) => variants(item, name).map((each) => value.with(at, each)));
  }
  if (!isMap(value)) return typeof value === 'string' ? [name, `${name} Orders`, `\${${name}:Orders}`] : [];
  const copy = (change: (map: JsonMap) => void): JsonMap => {
    const map = Object.assign(newMap(), value);
    change(map);
    return map;
  };
  return [
    copy((map) => Object.defineProperty(map, name, { value: 1, enumerable: true, configurable: true, writable: true })),
    ...Object.keys(value).flatMap((key) =>
      variants(value[key]!, name).map((each) => copy((map) => Object.assign(map, { [key]: each }))),
    ),
  ];
};

const exampleValue = (example: string): Json => {
  const { root } = parse(`value: ${example.replaceAll('\n', '\n  ')}`, 'example.yaml', 'compact');
  return (root as JsonMap)['value']!;
};

const examples: readonly (readonly [string, JsonMap])[] = [
  ...sections.flatMap(({ name, kinds }) =>
    kinds.flatMap(({ table }) =>
      table.keys.flatMap(({ key, examples: all }) =>
        all.map(
          (example) => [`${name} ${key}`, { [name]: { Entry: { [key]: exampleValue(example) } } } as JsonMap] as const,
        ),
      ),
    ),
  ),
  ...eventForms.flatMap(({ key, keys }) =>
    keys.map(
      ({ key: inner, examples: all }) =>
        [
          `event ${key} ${inner}`,
          { functions: { Entry: { events: [{ [key]: 'Orders', [inner]: exampleValue(all[0]!) }] } } } as JsonMap,
        ] as const,
    ),
  ),
];

describe('names that every object inherits', () => {
  it.each(examples)('are names like others in %s', (_, spec) => {
    for (const name of inherited) {
      for (const variant of variants(spec, name)) {
        const { problems } = lower({ synth: 1, ...(variant as JsonMap) });
        expect(problems.map(({ code }) => code)).not.toContain('internal-error');
        expect(problems.map(({ message }) => message).join()).not.toMatch(/native code|\[object|function Object/);
      }
    }
  });
});
