import { readFileSync } from 'node:fs';
import { lint } from '../../src/lint/lint.ts';
import type { Problem } from '../../src/model/problem.ts';
import { getIn, isList, isMap, type Json, type JsonMap, type Step } from '../../src/model/tree.ts';
import { readDocument } from '../../src/transform/read.ts';

/** A key that no template, no schema and no author has. */
const unknownKey = 'Zqxjkv';

const cache = new Map<string, Json | undefined>();

/** The specifications that the build extracts. */
export const builtSpecs = (file: string): Json | undefined => {
  if (!cache.has(file)) cache.set(file, read(`dist/specs/${file}`));
  return cache.get(file);
};

const read = (path: string): Json | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** The paths to every map of a value. */
export function* mapsOf(value: Json, path: readonly Step[] = []): Generator<readonly Step[]> {
  if (isMap(value)) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries<Json>(value)) {
    yield* mapsOf(item, [...path, isList(value) ? Number(key) : key]);
  }
}

/** A template into which unknown keys can be put, one at a time. */
export class Probe {
  readonly template: JsonMap;
  #before: { readonly known: ReadonlySet<string>; readonly ofUnknownType: ReadonlySet<string | undefined> } | undefined;

  constructor(text: string, file: string) {
    this.template = JSON.parse(JSON.stringify(readDocument(text, { path: file }).root));
  }

  /**
   * Whether an unknown key in the map at a path is reported: by its name or at its line, because the transform refuses
   * the map that it is in, or because the type that would have to know it is reported as unknown.
   */
  isReported(path: readonly Step[]): boolean {
    const { known, ofUnknownType } = this.#problemsBefore();
    const [section, id, part] = path;
    if (section === 'Resources' && part === 'Properties' && ofUnknownType.has(String(id))) return true;
    const map = getIn(this.template, ...path) as JsonMap;
    map[unknownKey] = 'x';
    const text = write(this.template);
    delete map[unknownKey];
    const line = text.slice(0, text.indexOf(`"${unknownKey}"`)).split('\n').length;
    return problemsIn(text).some(
      (problem) =>
        problem.line === line ||
        problem.message.includes(unknownKey) ||
        (problem.level === 'error' && !known.has(identity(problem))),
    );
  }

  #problemsBefore() {
    if (this.#before) return this.#before;
    const problems = problemsIn(write(this.template));
    const unknown = problems.filter(({ code }) => code === 'cfn-unknown-type');
    this.#before = {
      known: new Set(problems.map(identity)),
      ofUnknownType: new Set(unknown.map(({ logicalId }) => logicalId)),
    };
    return this.#before;
  }
}

const write = (template: JsonMap): string => JSON.stringify(template, undefined, 1);

const identity = ({ code, message, logicalId }: Problem): string => [code, logicalId, message].join(' ');

const problemsIn = (text: string): Problem[] =>
  lint(text, {
    path: 'template.json',
    region: 'ap-southeast-1',
    parameters: { param1: 'value1', param2: 'value2' },
    specs: builtSpecs,
    now: 1795219200,
    resolveApplication: () => 'https://example.com/template.yaml',
  }).problems;
