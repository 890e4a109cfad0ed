import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { type DiffInput, diff } from '../../src/diff/index.ts';
import { spellingOf } from '../../src/model/origin.ts';
import { isList, isMap, type Json } from '../../src/model/tree.ts';
import { parse } from '../../src/parse/index.ts';
import { raise } from '../../src/raise.ts';
import { casesFolder, readCases } from '../conformance/cases.ts';

const { folder } = casesFolder();
const cases = readCases(folder).filter(({ expected }) => expected.size > 0);

const options: Omit<DiffInput, 'template'> = {
  parameters: { param1: 'value1', param2: 'value2' },
  region: 'ap-southeast-1',
  resolveApplication: () => 'https://awsserverlessrepo-changesets-xxx.s3.amazonaws.com/signed-url',
  now: 0,
};

/** What a comparison says, as a text for the failure. */
const saidOf = (before: DiffInput['template'], after: DiffInput['template']): string[] => {
  const { change, problems } = diff(
    { ...options, template: before },
    { ...options, template: after },
    { specs: bundledSpecs },
  );
  if (!change) return [JSON.stringify(problems.after.find(({ level }) => level === 'error') ?? problems.before[0])];
  const { resources, sections } = change.compared;
  return [
    ...resources.map(({ id, fate, differences }) => `${id} ${fate} ${differences.map(({ path }) => path.join('.'))}`),
    ...sections.map(({ section, path }) => `${section} ${path.join('.')}`),
    ...change.consequences.map(({ text }) => text),
  ];
};

const dataOf = (template: string): Json => parse(template).root;

/** Prints a tree as JSON, numbers as they were spelt: `3.0` is not `3` to the hashes of logical ids. */
const printed = (
  value: Json,
  order: (keys: string[], path: readonly string[]) => string[],
  path: readonly string[] = [],
  spelling?: string,
): string => {
  if (isList(value)) {
    return `[${value.map((each, at) => printed(each, order, [...path, ''], spellingOf(value, at))).join(',')}]`;
  }
  if (isMap(value)) {
    const keys = order(Object.keys(value), path);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${printed(value[key]!, order, [...path, key], spellingOf(value, key))}`).join(',')}}`;
  }
  return typeof value === 'number' && /^\d+\.\d+$/.test(spelling ?? '') ? spelling! : JSON.stringify(value);
};

const asWritten = (keys: string[]): string[] => keys;
const backwards = (keys: string[]): string[] => [...keys].reverse();
/** The keys of each resource and of its properties; the order of resources and events is one of their meanings. */
const insideResources = (keys: string[], path: readonly string[]): string[] =>
  path[0] === 'Resources' && (path.length === 2 || (path.length === 3 && path[2] === 'Properties'))
    ? backwards(keys)
    : keys;

const asYaml = (template: string): string =>
  parseDocument(template, { version: '1.1', logLevel: 'silent' }).toString({ indent: 6, lineWidth: 0 });

describe('nothing is said of a template compared with itself', () => {
  it(`over ${cases.length} templates`, () => {
    expect(cases.length).toBeGreaterThan(0);
    const said = cases.flatMap(({ name, template }) => saidOf(template, template).map((each) => `${name}: ${each}`));
    expect(said).toEqual([]);
  });

  it('printed again as JSON and as YAML', () => {
    const said = cases.flatMap(({ name, template }) => {
      const again = [printed(dataOf(template), asWritten), asYaml(template)];
      return again.flatMap((each) => saidOf(template, each)).map((each) => `${name}: ${each}`);
    });
    expect(said).toEqual([]);
  });

  it('with other comments', () => {
    const said = cases.flatMap(({ name, template }) => {
      const commented = template.replace(/^(\s*)(Type|Properties|Resources):/gm, '$1# a comment\n$1$2:');
      return saidOf(template, commented).map((each) => `${name}: ${each}`);
    });
    expect(said).toEqual([]);
  });

  it('with the keys of resources and their properties in another order', () => {
    const said = cases.flatMap(({ name, template }) =>
      saidOf(template, printed(dataOf(template), insideResources)).map((each) => `${name}: ${each}`),
    );
    expect(said).toEqual([]);
  });

  it('expanded, with all keys of all maps in another order', () => {
    const said = cases.flatMap(({ name, expected }) => {
      const expanded = JSON.stringify(expected.get('aws'));
      return saidOf(expanded, printed(dataOf(expanded), backwards)).map((each) => `${name}: ${each}`);
    });
    expect(said).toEqual([]);
  });

  it('in the compact language', () => {
    const said = cases.flatMap(({ name, template }) => {
      const { text } = raise(template, { path: 'template.yaml' });
      return text === undefined ? [`${name}: not raised`] : saidOf(template, text).map((each) => `${name}: ${each}`);
    });
    expect(said).toEqual([]);
  });

  it('and as it is expanded', () => {
    const said = cases.flatMap(({ name, template, expected }) =>
      saidOf(template, JSON.stringify(expected.get('aws'))).map((each) => `${name}: ${each}`),
    );
    expect(said).toEqual([]);
  });
});
