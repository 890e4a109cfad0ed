import type { Random } from './random.ts';

type Data = unknown[] | Record<string, unknown>;

/** What takes over a terminal and begins a line of its own. */
export const forging = '\u001b]0;taken\u0007\u001b[8m\u202e\nforged line';

/** The names that keys get. */
const oddKeys = ['constructor', '__proto__', `x${forging}`];

/** What may stand in the place of any value: data and functions where texts and numbers are expected. */
const oddValues: readonly unknown[] = [
  { x: 1 },
  [],
  [{}],
  { Ref: 'P' },
  { 'Fn::If': ['C', 0, 1] },
  { 'Fn::If': ['C', { x: 1 }, [{ x: 2 }]] },
  { 'Fn::Select': [{ Ref: 'P' }, ['a', 'b']] },
  { 'Fn::Sub': ['${a}', { a: ['b'] }] },
  null,
  'long '.repeat(1000),
  `x${forging}`,
  'constructor',
];

/** One change of a template: at a place, another value or another key. */
export interface Mutation {
  readonly path: readonly string[];
  /** What stands there then; undefined where the key gets another name. */
  readonly value?: unknown;
  readonly key?: string;
}

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** A template with the parameter and the condition that odd values refer to. */
export const withNames = (template: unknown): unknown => {
  if (!isData(template) || Array.isArray(template)) return template;
  const section = (name: string): object => (isData(template[name]) ? template[name] : {});
  return {
    ...template,
    Parameters: { P: { Type: 'Number', Default: 0 }, ...section('Parameters') },
    Conditions: { C: { 'Fn::Equals': [{ Ref: 'P' }, 1] }, ...section('Conditions') },
  };
};

/** All changes of a template: each odd value in the place of each value, and each odd name in the place of each key. */
export function* mutationsOf(tree: unknown, path: readonly string[] = []): Generator<Mutation> {
  if (!isData(tree)) return;
  for (const key of Object.keys(tree)) {
    const inner = [...path, key];
    for (const value of oddValues) yield { path: inner, value };
    if (!Array.isArray(tree)) for (const key of oddKeys) yield { path: inner, key };
    yield* mutationsOf((tree as Record<string, unknown>)[key], inner);
  }
}

/** A template after one change, as JSON. */
export const mutant = (tree: unknown, { path, value, key }: Mutation): string => {
  if (!isData(tree)) return JSON.stringify(tree);
  const [step, ...rest] = path;
  const entries = Object.entries(tree).map(([name, each]): readonly [string, string] => {
    if (name !== step) return [name, JSON.stringify(each)];
    if (rest.length > 0) return [name, mutant(each, { ...(key === undefined ? { value } : { key }), path: rest })];
    return key === undefined ? [name, JSON.stringify(value)] : [key, JSON.stringify(each)];
  });
  return Array.isArray(tree)
    ? `[${entries.map(([, each]) => each).join()}]`
    : `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${each}`).join()}}`;
};

/** Any of the changes of any of the templates. */
export const anyMutation = (trees: readonly unknown[], random: Random): readonly [unknown, Mutation] => {
  const tree = random.pick(trees);
  return [tree, random.pick([...mutationsOf(tree)])];
};
