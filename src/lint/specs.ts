import { givenOptions } from '../model/given-options.ts';
import { type Finding, message } from '../model/problem.ts';
import type { ChangeFacts, PropertySpecs, ResourceSpec, Specs } from '../model/spec.ts';
import { get, isMap, isString, type Json } from '../model/tree.ts';

/** Reads one file of the extracted specifications: `cloudformation/aws-lambda.json`, `iam/sqs.json`, `types.json`. */
export type SpecLoader = (file: string) => Json | undefined;

interface TypeEntry {
  readonly p: PropertySpecs;
  readonly a: readonly string[];
  readonly k?: Readonly<Record<string, 'l' | 's'>>;
  readonly r?: readonly string[];
  readonly m?: readonly string[];
  readonly i?: readonly string[];
  readonly d?: 1;
}

interface Namespace {
  readonly types: Readonly<Record<string, TypeEntry>>;
  readonly definitions: Readonly<Record<string, PropertySpecs>>;
  readonly patterns?: readonly string[];
}

const SpecsMissing = message(
  'specs-missing',
  'warning',
  () =>
    "The published specifications were not found, so resource types, properties, replacements and IAM actions are not checked. Give 'specs', a function that reads the files of 'sam-synth/specs'; where the library for Node is bundled, copy 'dist/specs' of the package beside the bundle.",
);

/** No specifications at all. */
export const noSpecs: SpecLoader = () => undefined;

/** Options with specifications, unless they have some of their own. What is not an object is for others to refuse. */
export const withSpecs = <O extends { readonly specs?: SpecLoader | undefined }>(options: O, specs: SpecLoader): O => {
  const { options: read, faults } = givenOptions(options);
  if (typeof read !== 'object' || read === null || Array.isArray(read) || faults.length > 0) return options;
  return read.specs === undefined ? { ...read, specs } : read;
};

/**
 * What is to be said where the specifications that were given hold nothing.
 * @param types those of the template: where one of them is found, the long list of all types is not read
 */
export const missingSpecs = (specs: Specs | undefined, types: readonly string[]): Finding[] => {
  if (specs === undefined || types.some((type) => specs.resource(type) !== undefined)) return [];
  return specs.types() === undefined ? [SpecsMissing()] : [];
};

const cache = new WeakMap<SpecLoader, Specs>();

/** The specifications, each file read when a type of its service is first asked for, and once for each loader. */
export const specsFrom = (load: SpecLoader): Specs => {
  const specs = cache.get(load) ?? readBy(guarded(load));
  cache.set(load, specs);
  return specs;
};

/** What a loader of the caller's throws is a file that is not there. */
const guarded =
  (load: SpecLoader): SpecLoader =>
  (file) => {
    try {
      return load(file);
    } catch {
      return undefined;
    }
  };

const readBy = (load: SpecLoader): Specs => {
  const namespaces = new Map<string, Namespace | undefined>();
  const actions = new Map<string, ReadonlyMap<string, string> | undefined>();
  let types: { readonly names: ReadonlySet<string> | undefined } | undefined;
  const namespaceOf = (type: string): Namespace | undefined => {
    const name = type.split('::').slice(0, 2).join('-').toLowerCase();
    if (!/^[a-z0-9-]+$/.test(name)) return undefined;
    if (!namespaces.has(name)) {
      const content = load(`cloudformation/${name}.json`);
      const isWhole = isMap(get(content, 'types')) && isMap(get(content, 'definitions'));
      namespaces.set(name, isWhole ? (content as unknown as Namespace) : undefined);
    }
    return namespaces.get(name);
  };
  const resources = new Map<string, ResourceSpec>();
  return {
    resource: (type): ResourceSpec | undefined => {
      const known = resources.get(type);
      if (known) return known;
      const namespace = namespaceOf(type);
      if (!namespace || !Object.hasOwn(namespace.types, type)) return undefined;
      const entry = namespace.types[type]!;
      const { p, a, k = {} } = entry;
      const found: ResourceSpec = {
        properties: p,
        attributes: a,
        attributeKind: (name) => (Object.hasOwn(k, name) ? (k[name] === 'l' ? 'list' : 'structure') : undefined),
        definition: (name) => namespace.definitions[name],
        pattern: (index) => namespace.patterns?.[index],
        change: changeFacts(entry),
      };
      resources.set(type, found);
      return found;
    },
    types: () => {
      types ??= { names: listed(load('types.json')) };
      return types.names;
    },
    day: () => {
      const day = get(load('data.json'), 'day');
      return isString(day) ? day : undefined;
    },
    actions: (service) => {
      if (!/^[a-z0-9-]+$/.test(service)) return undefined;
      if (!actions.has(service)) {
        const list = load(`iam/${service}.json`);
        const named = Array.isArray(list) ? list.filter(isString) : undefined;
        actions.set(service, named && new Map(named.map((name) => [name.toLowerCase(), name])));
      }
      return actions.get(service);
    },
  };
};

const changeFacts = ({ r = [], m = [], i = [], d }: TypeEntry): ChangeFacts => ({
  replaces: r,
  mayReplace: m,
  name: i,
  holdsData: d === 1,
});

const listed = (content: Json | undefined): ReadonlySet<string> | undefined =>
  Array.isArray(content) ? new Set(content.filter(isString)) : undefined;
