import { inGroups } from '../model/counted.ts';
import { append } from '../model/lists.ts';
import { includeMacro, macroEntries, macroName, withoutMacros } from '../model/macros.ts';
import { type Cause, type Entry, entryOf, originOf, place, shallowCopy, stamp } from '../model/origin.ts';
import { type Finding, message } from '../model/problem.ts';
import { CannotRead, type Reader } from '../model/reader.ts';
import { hasScheme } from '../model/s3.ts';
import { get, getIn, isIntrinsic, isList, isMap, isNothing, isString, type Json, type JsonMap } from '../model/tree.ts';
import { maximumDepth, TooDeep } from './entries.ts';
import { type Document, parse } from './index.ts';
import { folderOf, joined } from './local-path.ts';

const NoLocation = message(
  'include-no-location',
  'error',
  () => "'AWS::Include' needs 'Location' in its 'Parameters': the path or S3 URI of the file to include.",
);
const NotRead = message(
  'local-path-not-read',
  'info',
  (path: string) => `'${path}' was not read, so 'AWS::Include' is left unchanged.`,
);
const NoSuchFile = message('path-not-found', 'error', (path: string) => `There is no file '${path}' to include.`);
const Outside = message(
  'include-outside',
  'error',
  (path: string) =>
    `'${path}' is outside the folder of the template. Allow that with '--include-outside' (in the library 'includeOutside').`,
);
const NotIncluded = message(
  'include-outside',
  'warning',
  (path: string) =>
    `'${path}' is outside the folder of the template, so it was not checked. Allow that with '--include-outside' (in the library 'includeOutside').`,
);
const Cycle = message(
  'include-cycle',
  'error',
  (files: readonly string[]) => `These files include each other: ${files.join(' → ')}.`,
);
const TooLong = message(
  'include-chain-too-long',
  'error',
  (files: readonly string[]) => `Includes are nested more than ${maximumChain} files deep: ${files.join(' → ')}.`,
);
const TooMany = message(
  'include-too-large',
  'error',
  () => `Included files make this template larger than ${inGroups(maximumWeight)} values.`,
);
const Empty = message(
  'include-empty',
  'error',
  (path: string) => `'${path}' is empty; an included file must have content.`,
);
const NotMergeable = message(
  'include-not-map',
  'error',
  (path: string) => `'${path}' is included beside other keys, so it must be a map.`,
);
const SameKey = message(
  'include-duplicate-key',
  'warning',
  (key: string, path: string) => `'${path}' also has the key '${key}'; the value here wins.`,
);

const maximumWeight = 1_000_000;
const maximumChain = 20;

export interface IncludeOptions {
  /** Undefined where files cannot be looked at. */
  readonly reader: Reader | undefined;
  /** Whether the file at a path from the template's folder may be included. */
  readonly mayRead: (path: string) => boolean;
  /** Whether the template is only looked at: then it is not an error that a file may not be included. */
  readonly onlyLooks: boolean;
}

/**
 * Puts the contents of local files in the place of each `AWS::Include`, with their origins there. A location in S3 and
 * one that a function gives stay as they are.
 */
export const includeFiles = (document: Document, options: IncludeOptions): Document => {
  const { root, source, findings } = document;
  if (source !== undefined && !source.text.includes(includeMacro)) return document;
  if (findings.some(({ level }) => level === 'error')) return document;
  const inliner = new Inliner(folderOf(source?.file?.replaceAll('\\', '/') ?? ''), options);
  const whole = inliner.template(root);
  return { ...document, root: whole, findings: [...findings, ...inliner.findings] };
};

/** An included file, its own includes done. */
interface Content {
  readonly value: Json;
  readonly weight: number;
  readonly depth: number;
}

class Inliner {
  readonly findings: Finding[] = [];
  readonly #options: IncludeOptions;
  /** What comes before paths in messages. */
  readonly #shown: string;
  readonly #files = new Map<string, Content | undefined>();
  readonly #open: string[] = [];
  #weight = 0;

  constructor(shown: string, options: IncludeOptions) {
    this.#shown = shown;
    this.#options = options;
  }

  /** The whole template: its `Transform` section may include files too, which add to its sections. */
  template(root: Json): Json {
    const inner = this.#walk(root, '', 0);
    if (!isMap(inner)) return inner;
    const section = get(inner, 'Transform');
    let result = inner;
    const done = new Set<Json>();
    macroEntries(section).forEach((entry, index) => {
      const at = isList(section) ? entryOf(section, index)?.value : entryOf(inner, 'Transform')?.value;
      const content = this.#include(entry, '', at ?? originOf(entry), 0);
      if (content === undefined) return;
      done.add(entry);
      result = this.#merged(result, content.value, locationOf(entry)!, at, true);
    });
    if (done.size === 0) return inner;
    result = result === inner ? shallowCopy(inner) : result;
    const rest = withoutMacros(section, (entry) => done.has(entry));
    if (rest === undefined) delete result['Transform'];
    else result['Transform'] = rest;
    return result;
  }

  #walk(value: Json, folder: string, depth: number): Json {
    if (typeof value !== 'object' || value === null) return value;
    const before = value as JsonMap;
    let copy: JsonMap | undefined;
    for (const key of Object.keys(value)) {
      const after = this.#walk(before[key]!, folder, depth + 1);
      if (after === before[key]) continue;
      copy ??= shallowCopy(before);
      copy[key] = after;
      if (typeof after === 'object' && after !== null) this.#note(copy, isList(value) ? Number(key) : key, after);
    }
    const walked: Json = copy ?? value;
    return isMap(walked) && Object.hasOwn(walked, 'Fn::Transform') ? this.#transformed(walked, folder, depth) : walked;
  }

  /** A value that comes from another file than its key is traced there. */
  #note(container: JsonMap, step: string | number, value: Json): void {
    const entry = entryOf(container, step);
    const origin = originOf(value);
    if (entry && origin && origin.source !== entry.value.source)
      place(container, step, { key: entry.key, value: origin });
  }

  #transformed(map: JsonMap, folder: string, depth: number): Json {
    const transforms = map['Fn::Transform']!;
    let result: Json = map;
    const done = new Set<Json>();
    macroEntries(transforms).forEach((entry) => {
      const at = originOf(entry) ?? entryOf(map, 'Fn::Transform')?.value ?? originOf(map);
      const content = this.#include(entry, folder, at, depth);
      if (content === undefined) return;
      done.add(entry);
      const alone = Object.keys(map).length === 1 && macroEntries(transforms).length === 1;
      result = alone
        ? caused(content.value, at)
        : this.#merged(result as JsonMap, content.value, locationOf(entry)!, at, false);
    });
    if (done.size === 0 || !isMap(result) || !Object.hasOwn(result, 'Fn::Transform')) return result;
    const rest = withoutMacros(transforms, (entry) => done.has(entry));
    if (result === map) result = shallowCopy(map);
    if (rest === undefined) delete result['Fn::Transform'];
    else result['Fn::Transform'] = rest;
    return result;
  }

  /** What an entry includes; undefined where it stays as it is, or after a report. */
  #include(entry: Json, folder: string, at: Cause | undefined, depth: number): Content | undefined {
    if (lacksLocation(entry)) this.findings.push({ ...NoLocation(), span: at });
    const location = locationOf(entry);
    if (location === undefined) return undefined;
    const path = joined(folder, location);
    const refuse = (found: ReturnType<typeof NotRead>): undefined => {
      this.findings.push({ ...found, span: at });
      return undefined;
    };
    if (this.#options.reader === undefined) return refuse(NotRead(location));
    if (!this.#options.mayRead(path)) return refuse((this.#options.onlyLooks ? NotIncluded : Outside)(location));
    if (this.#open.includes(path)) {
      return refuse(Cycle(this.#wayTo(path, this.#open.indexOf(path))));
    }
    if (this.#open.length >= maximumChain) return refuse(TooLong(this.#wayTo(path, 0)));
    const content = this.#files.get(path) ?? this.#read(path, refuse);
    this.#files.set(path, content);
    if (content === undefined) return undefined;
    this.#weight += content.weight;
    if (this.#weight > maximumWeight) return refuse(TooMany());
    return depth + content.depth > maximumDepth ? refuse(TooDeep()) : content;
  }

  /** The files that are open, from one of them on, and the one that comes next. */
  #wayTo(path: string, start: number): string[] {
    return [...this.#open.slice(start), path].map((each) => this.#shownPath(each));
  }

  #shownPath(path: string): string {
    return joined(this.#shown, path);
  }

  #read(path: string, refuse: (found: ReturnType<typeof NotRead>) => undefined): Content | undefined {
    const reader = this.#options.reader!;
    const text = reader.text(path);
    if (text === undefined) {
      const fault = reader.fault?.(path);
      // The folder of the template has no name from there.
      if (fault && path === '') return refuse(CannotRead('.', { ...fault, path: '.' }));
      return refuse(fault ? CannotRead(path, fault) : NoSuchFile(this.#shownPath(path)));
    }
    const { root, findings } = parse(text, this.#shownPath(path));
    append(this.findings, findings);
    if (findings.some(({ level }) => level === 'error')) return undefined;
    if (root === null) return refuse(Empty(this.#shownPath(path)));
    this.#open.push(path);
    const value = this.#walk(root, folderOf(path), 0);
    this.#open.pop();
    return { value, ...measure(value) };
  }

  /** A map with an included one under it; what the map itself has wins. Sections of a template are merged one by one. */
  #merged(map: JsonMap, content: Json, location: string, at: Cause | undefined, sections: boolean): JsonMap {
    if (!isMap(content)) {
      this.findings.push({ ...NotMergeable(location), span: at });
      return map;
    }
    const result = shallowCopy(map);
    for (const key of Object.keys(content)) {
      const [own, included] = [result[key], content[key]!];
      if (own === undefined) {
        result[key] = included;
        place(result, key, withSite(entryOf(content, key), at));
      } else if (sections && isMap(own) && isMap(included)) {
        result[key] = this.#merged(own, included, location, at, false);
      } else this.findings.push({ ...SameKey(key, location), span: entryOf(map, key)?.key ?? at });
    }
    return result;
  }
}

/** The local path that an entry includes. */
const locationOf = (entry: Json): string | undefined => {
  if (!isMap(entry) || macroName(entry) !== includeMacro) return undefined;
  const location = getIn(entry, 'Parameters', 'Location');
  return isString(location) && location !== '' && !hasScheme(location) ? location : undefined;
};

/** Whether an include certainly has no location: none that a function could give. */
const lacksLocation = (entry: Json): boolean => {
  if (macroName(entry) !== includeMacro) return false;
  const parameters = get(entry, 'Parameters') ?? null;
  return parameters === null || (isMap(parameters) && !isIntrinsic(parameters) && isNothing(parameters['Location']));
};

/** An included value with the place of the include as a further cause. */
const caused = (value: Json, site: Cause | undefined): Json => {
  if (typeof value !== 'object' || value === null) return value;
  const origin = originOf(value);
  const copy = shallowCopy(value as JsonMap);
  return origin && site ? stamp(copy, { ...origin, related: [site, ...(origin.related ?? [])] }) : copy;
};

const withSite = (entry: Entry | undefined, site: Cause | undefined): Entry | undefined => {
  if (entry === undefined || site === undefined) return entry;
  const add = (cause: Cause): Cause => ({ ...cause, related: [site, ...(cause.related ?? [])] });
  return { key: add(entry.key), value: add(entry.value) };
};

/** How many values a tree holds and how deep it is. */
const measure = (value: Json): { weight: number; depth: number } => {
  if (typeof value !== 'object' || value === null) return { weight: 1, depth: 0 };
  let weight = 1;
  let depth = 0;
  for (const key of Object.keys(value)) {
    const inner = measure((value as JsonMap)[key]!);
    weight += inner.weight;
    depth = Math.max(depth, inner.depth + 1);
  }
  return { weight, depth };
};
