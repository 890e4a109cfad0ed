import { get, isIntrinsic, isList, isMap, isString, type Json, type JsonMap, type Step } from '../model/tree.ts';

/** How the value of a build property is written. */
interface Shape {
  /** As a message says it, after 'must be'. */
  readonly words: string;
  /** The value for esbuild; undefined where it is written otherwise. */
  read(value: Json): unknown;
  /** What each item of a list, or each value of a map, has to be. */
  readonly item?: { readonly of: 'list' | 'map'; readonly words: string; fits(value: Json): boolean };
}

/** What of a build property is written otherwise than it must be: a step leads to an item of it. */
export interface PropertyFault {
  readonly step: Step | undefined;
  readonly value: Json;
  readonly wanted: string;
}

const flagOf = (value: Json): boolean | undefined =>
  value === 'true' ? true : value === 'false' ? false : typeof value === 'boolean' ? value : undefined;
const textOf = (value: Json): string | undefined => (isString(value) ? value : undefined);
const textsOf = (value: Json): readonly string[] | undefined => {
  if (isString(value)) return value.split(',').map((text) => text.trim());
  return isList(value) && value.every(isString) ? value : undefined;
};

const flag: Shape = { words: 'true or false', read: flagOf };
const text: Shape = { words: 'a text', read: textOf };
const flagOrText: Shape = { words: 'true, false or a text', read: (value) => flagOf(value) ?? textOf(value) };
const texts: Shape = {
  words: 'a list of texts',
  read: textsOf,
  item: { of: 'list', words: 'a text', fits: isString },
};
const isPair = (value: Json): boolean => isString(value) && value.split('=').length === 2;
const pairs: Shape = {
  words: "a list of texts such as '.png=dataurl'",
  read: (value) => {
    const all = textsOf(value)?.map((each) => each.split('='));
    return all?.every(({ length }) => length === 2) ? Object.fromEntries(all as [string, string][]) : undefined;
  },
  item: { of: 'list', words: "a text such as '.png=dataurl'", fits: isPair },
};
const map: Shape = {
  words: 'a map of texts',
  read: (value) => (isMap(value) && Object.values(value).every(isString) ? { ...value } : undefined),
  item: { of: 'map', words: 'a text', fits: isString },
};

/** SAM's names for the options of esbuild, with esbuild's own. */
const options: Readonly<Record<string, readonly [option: string, shape: Shape]>> = {
  EntryPoints: ['entryPoints', texts],
  External: ['external', texts],
  Minify: ['minify', flag],
  Target: ['target', text],
  Format: ['format', text],
  Sourcemap: ['sourcemap', flagOrText],
  SourcesContent: ['sourcesContent', flag],
  KeepNames: ['keepNames', flag],
  MainFields: ['mainFields', texts],
  Loader: ['loader', pairs],
  OutExtension: ['outExtension', pairs],
  Banner: ['banner', map],
  Footer: ['footer', map],
  Define: ['define', map],
};

/** The names that `BuildProperties` may have for esbuild. */
export const esbuildProperties: readonly string[] = Object.keys(options);

/** What is wrong with a property; nothing where it can be used, or is not known. */
export const esbuildFaults = (name: string, value: Json): readonly PropertyFault[] => {
  const shape = Object.hasOwn(options, name) ? options[name]![1] : undefined;
  if (shape === undefined || value === null || shape.read(value) !== undefined) return [];
  const { item } = shape;
  if (item && (item.of === 'list' ? isList(value) : isMap(value) && !isIntrinsic(value))) {
    const steps: readonly Step[] = isList(value) ? [...value.keys()] : Object.keys(value);
    const items = steps.map((step) => ({ step, value: (value as JsonMap)[step]!, wanted: item.words }));
    return items.filter((each) => !item.fits(each.value));
  }
  return [{ step: undefined, value, wanted: shape.words }];
};

/** The options of esbuild that build properties stand for. */
export const esbuildOptions = (properties: JsonMap): Record<string, unknown> => {
  const found: Record<string, unknown> = {};
  for (const [name, [option, shape]] of Object.entries(options)) {
    const value = get(properties, name);
    const read = value === undefined || value === null ? undefined : shape.read(value);
    if (read !== undefined) found[option] = read;
  }
  return found;
};
