import { describe, expect, it } from 'vitest';
import { lower } from '../../src/index.ts';
import { type Json, type JsonMap, newMap, sameData } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { fromObject } from '../../src/parse/object.ts';
import { eventForms } from '../../src/spec/events/index.ts';
import { newDraft } from '../../src/spec/language/draft.ts';
import type { Key } from '../../src/spec/language/key.ts';
import type { Kind } from '../../src/spec/language/section.ts';
import { Spot } from '../../src/spec/language/spot.ts';
import { Lowered } from '../../src/spec/lower/lowering.ts';
import { raiseDraft } from '../../src/spec/raise/entry.ts';
import { sections } from '../../src/spec/sections/index.ts';
import { outputKind } from '../../src/spec/sections/outputs.ts';
import { parameterKind } from '../../src/spec/sections/parameters.ts';
import { readByJsYaml, readUnder } from '../parse/other-parsers.ts';
import { namesWith } from './fixture.ts';

/** The value of an example, as it stands behind its key. */
const valueIn = (example: string): Json => {
  const { root, findings } = parse(`value: ${example.replaceAll('\n', '\n  ')}`, 'example.yaml', 'compact');
  expect(findings).toEqual([]);
  return (root as JsonMap)['value']!;
};

/** The same value as other parsers hand it over. */
const otherValues = (example: string): Json[] => {
  const text = `value: ${example.replaceAll('\n', '\n  ')}`;
  return [readByJsYaml(text), readUnder('1.1', text), readUnder('1.2', text)].map(
    (data) => (fromObject(data).root as JsonMap)['value']!,
  );
};

const entryId = 'Entry';

/** What a key makes of a value: the draft, what else it adds, and what it finds fault with. */
const lowerKey = (key: Key, value: Json, type: string) => {
  const section = sections.find(({ kinds }) => kinds.some((kind) => kind.type === type));
  const cx = new Lowered(namesWith({ id: entryId, type, section: section?.name ?? 'parameters' }), []);
  cx.entry = entryId;
  const draft = newDraft(entryId, type);
  const holder = newMap();
  holder[key.key] = value;
  key.lower(new Spot(holder, key.key), draft, cx);
  return { draft, cx };
};

const kinds: readonly (readonly [string, Kind])[] = [
  ...sections.flatMap(({ name, kinds: all }) =>
    all.map((kind) => [kind.kind ? `${name} (${kind.kind})` : name, kind] as const),
  ),
  ['parameters', parameterKind],
  ['outputs', outputKind],
];

/** Keys that the entry as a whole gives a meaning, or that are read before the others. */
const together = new Set(['kind', 'only', 'ignore-defaults', 'of', 'metric', 'api', 'version']);

for (const [name, kind] of kinds) {
  describe(`the examples of ${name}`, () => {
    for (const key of kind.table.keys) {
      it.each(key.examples)(`${key.key}: %s`, (example) => {
        const { draft, cx } = lowerKey(key, valueIn(example), kind.type);
        expect(cx.findings.map(({ text }) => text)).toEqual([]);
        for (const value of otherValues(example)) expect(lowerKey(key, value, kind.type).draft).toEqual(draft);
        if (together.has(key.key)) return;
        const made = Object.keys(draft.properties).length + Object.keys(draft.attributes).length;
        expect(made + Object.keys(cx.resources).length).toBeGreaterThan(0);
        // What it says comes back, in the one form that is printed.
        const plain: Kind = { ...kind, implied: {}, unfinish: undefined };
        const raised = raiseDraft(draft, plain, cx.names);
        if (Object.keys(cx.resources).length > 0 || raised === undefined || key.raise(draft, cx) === undefined) return;
        const again = lowerKey(key, raised[key.key] ?? null, kind.type);
        expect(again.cx.findings).toEqual([]);
        expect(sameData(again.draft.properties, draft.properties)).toBe(true);
      });
    }
  });
}

/** The keys of maps within maps, each once. */
const nested = (keys: readonly Key[], path: string, seen = new Set<Key>()): (readonly [string, Key])[] =>
  keys.flatMap((key) =>
    (key.codec?.keys ?? []).flatMap((inner) => {
      if (seen.has(inner)) return [];
      seen.add(inner);
      const where = `${path}.${key.key}`;
      return [[where, inner] as const, ...nested([inner], where, seen)];
    }),
  );

describe('the examples of nested keys', () => {
  const all = [
    ...kinds.flatMap(([name, { table }]) => nested(table.keys, name)),
    ...eventForms.flatMap(({ key, keys }) => [
      ...keys.map((each) => [`events.${key}`, each] as const),
      ...nested(keys, `events.${key}`),
    ]),
  ];
  const distinct = [...new Map(all.map(([where, key]) => [key, where])).entries()];
  it('are many', () => expect(distinct.length).toBeGreaterThan(200));
  for (const [key, where] of distinct) {
    it.each(key.examples)(`${where}.${key.key}: %s`, (example) => {
      const { draft, cx } = lowerKey(key, valueIn(example), 'AWS::Serverless::Function');
      expect(cx.findings.map(({ text }) => text)).toEqual([]);
      for (const value of otherValues(example)) {
        expect(lowerKey(key, value, 'AWS::Serverless::Function').draft).toEqual(draft);
      }
    });
  }
});

/** What the examples of whole entries name beside unknown things. */
const around: Readonly<Record<string, string>> = {
  tables: 'Orders: {key: id}',
  functions: 'PlaceOrder: {code: src, handler: index.handler, runtime: nodejs22.x}',
};

it.each(sections.map(({ name, example }) => [name, example]))('the example at the head of %s: %s', (name, example) => {
  const others = Object.entries(around).filter(([section]) => section !== name);
  const rest = others.map(([section, entry]) => `${section}:\n  ${entry}\n`).join('');
  // With a macro of its own a file may refer to what it does not have.
  expect(lower(`synth: 1\ntransform: Example\n${name}:\n  ${example}\n${rest}`).problems).toEqual([]);
});
