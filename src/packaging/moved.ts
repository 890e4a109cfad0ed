import { includeMacro, macroCall, macroEntries, macroName, serverlessPrefix } from '../model/macros.ts';
import { rewrite, shallowCopy } from '../model/origin.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { localPath, replacePackaged } from './places.ts';

/** What becomes of a local path. */
export type MovePath = (path: string) => string;

/**
 * A template for another folder: its local paths are those that `move` gives. They stand in packaged properties, of
 * resources and in `Globals`, in the contexts of images and in `AWS::Include`. The tree that is given stays as it is.
 */
export const withMovedPaths = (template: JsonMap, move: MovePath): JsonMap => {
  const moved = shallowCopy(
    rewrite(template, (map) => (Object.hasOwn(map, macroCall) ? inCall(map, move) : map)) as JsonMap,
  );
  const change = (key: string, changed: (value: JsonMap) => JsonMap): void => {
    const value = moved[key];
    if (isMap(value)) moved[key] = changed(value);
  };
  change('Resources', (resources) => eachMap(resources, (resource) => inResource(resource, move)));
  change('Globals', (globals) =>
    eachMap(globals, (properties, kind) => inProperties(`${serverlessPrefix}${kind}`, properties, move)),
  );
  change('Metadata', (metadata) => eachMap(metadata, (properties, type) => inProperties(type, properties, move)));
  const macros = moved['Transform'];
  if (macros !== undefined) moved['Transform'] = inMacros(macros, move);
  return moved;
};

/** The local paths of a template, each once. */
export const localPathsIn = (template: JsonMap): string[] => {
  const found = new Set<string>();
  withMovedPaths(template, (path) => {
    found.add(path);
    return path;
  });
  return [...found];
};

const eachMap = (map: JsonMap, change: (value: JsonMap, key: string) => JsonMap): JsonMap => {
  const result = shallowCopy(map);
  for (const key of Object.keys(map)) {
    const value = map[key]!;
    if (isMap(value)) result[key] = change(value, key);
  }
  return result;
};

const movedValue = (value: Json, move: MovePath): Json => {
  const path = localPath(value);
  return path === undefined ? value : move(path);
};

const inProperties = (type: string, properties: JsonMap, move: MovePath): JsonMap =>
  replacePackaged(type, properties, ({ value }) => movedValue(value, move));

const inResource = (resource: JsonMap, move: MovePath): JsonMap => {
  const type = resource['Type'];
  const result = shallowCopy(resource);
  const properties = get(resource, 'Properties');
  if (isString(type) && isMap(properties)) result['Properties'] = inProperties(type, properties, move);
  const metadata = get(resource, 'Metadata');
  const context = get(metadata, 'DockerContext');
  if (isMap(metadata) && context !== undefined) {
    const copy = shallowCopy(metadata);
    copy['DockerContext'] = movedValue(context, move);
    result['Metadata'] = copy;
  }
  return result;
};

const inCall = (map: JsonMap, move: MovePath): JsonMap => {
  const result = shallowCopy(map);
  result[macroCall] = inMacro(map[macroCall]!, move);
  return result;
};

const inMacros = (section: Json, move: MovePath): Json => {
  if (!macroEntries(section).some((entry) => macroName(entry) === includeMacro)) return section;
  if (!isList(section)) return inMacro(section, move);
  const result = shallowCopy(section);
  for (const [at, entry] of section.entries()) result[at] = inMacro(entry, move);
  return result;
};

const inMacro = (macro: Json, move: MovePath): Json => {
  const parameters = get(macro, 'Parameters');
  const location = get(parameters, 'Location');
  if (macroName(macro) !== includeMacro || !isMap(macro) || !isMap(parameters) || location === undefined) return macro;
  const result = shallowCopy(macro);
  const copy = shallowCopy(parameters);
  copy['Location'] = movedValue(location, move);
  result['Parameters'] = copy;
  return result;
};
