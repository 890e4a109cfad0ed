import { append } from '../../model/lists.ts';
import {
  type Cause,
  carryEvenNull,
  entryOf,
  originOf,
  place,
  type Source,
  type Span,
  shallowCopy,
  stamp,
} from '../../model/origin.ts';
import { message } from '../../model/problem.ts';
import { CannotRead, type Reader } from '../../model/reader.ts';
import { get, isMap, isString, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { folderOf, joined } from '../../parse/local-path.ts';
import { andList } from '../language/messages.ts';
import { Spot } from '../language/spot.ts';
import { duplicatesAsErrors } from './duplicates.ts';
import { inSections } from './headings.ts';
import { filesLike, fixedPart, isPattern } from './include-paths.ts';
import type { Lowered } from './lowering.ts';
import { checkTopKeys } from './top-keys.ts';
import { firstOn, reportTwice } from './twice.ts';

const NotAPath = message(
  'spec-invalid-value',
  'error',
  (found: string) => `'include' takes paths of files, such as 'tables.yaml' or 'functions/*.yaml'; found ${found}.`,
);
const NoFile = message('path-not-found', 'error', (path: string) => `There is no file '${path}' to include.`);
const NothingThere = message('spec-include-empty', 'warning', (pattern: string) => `No file matches '${pattern}'.`);
const Outside = message(
  'include-outside',
  'error',
  (path: string) =>
    `'${path}' is outside the folder of the file. Allow that with '--include-outside' (in the library 'includeOutside').`,
);
const Itself = message('include-cycle', 'error', () => 'The file includes itself. Name the other files only.');
const NotAFile = message(
  'spec-invalid-value',
  'error',
  (path: string) =>
    `'${path}' is a folder. To include the files in it, write '${path}${path.endsWith('/') ? '' : '/'}*.yaml'.`,
);
const NotSections = message(
  'spec-include-not-sections',
  'error',
  (path: string, found: string) => `'${path}' must be a map with sections of the compact spec; it is ${found}.`,
);
const NotInInclude = message('spec-include-not-sections', 'error', (names: readonly string[]) => {
  const verb = names.length === 1 ? 'belongs' : 'belong';
  return `An included file has sections only; ${andList(names)} ${verb} in the file that includes it.`;
});
const Twice = message(
  'spec-name-twice',
  'error',
  (id: string, first: Span | undefined) =>
    `'${id}' is declared twice${firstOn(first)}. Names are shared by parameters, entries and resources.`,
);
const NotLooked = message(
  'local-path-not-read',
  'error',
  (path: string) => `'${path}' cannot be included: local files are not read here. In the library, give a 'reader'.`,
);

/** How the files of `include` are found and read. */
export interface IncludeOptions {
  readonly reader: Reader | undefined;
  /** Whether a path may be looked at. */
  readonly mayRead: (path: string) => boolean;
  /** The path of the main file, for messages. */
  readonly path: string | undefined;
}

/** A file with those that it includes, and from what folder the paths in each of them count. */
export interface Whole {
  readonly root: JsonMap;
  readonly folders: ReadonlyMap<Source, string>;
}

/** Adds the sections of the files that `include` names. */
export const withIncluded = (root: JsonMap, options: IncludeOptions, cx: Lowered): Whole => {
  const folders = new Map<Source, string>();
  if (get(root, 'include') === undefined || get(root, 'include') === null) return { root, folders };
  let whole = shallowCopy(root);
  const taken = new Set<string>();
  for (const item of new Spot(root, 'include').items) {
    if (!isString(item.value) || item.value === '')
      cx.report(NotAPath(item.value === '' ? 'an empty text' : kindOf(item.value)), item.at);
    else
      for (const path of filesFor(item.value, item, options, cx)) {
        if (taken.has(path)) continue;
        taken.add(path);
        whole = withFile(whole, path, item, options, folders, cx);
      }
  }
  return { root: whole, folders };
};

const mainPath = ({ path }: IncludeOptions): string => path?.replaceAll('\\', '/') ?? '';

const shown = (path: string, options: IncludeOptions): string => joined(folderOf(mainPath(options)), path);

/** The files of one entry of `include`: itself, or what its pattern finds, sorted. */
const filesFor = (pattern: string, spot: Spot, options: IncludeOptions, cx: Lowered): string[] => {
  const { reader, mayRead } = options;
  if (reader === undefined) {
    cx.report(NotLooked(pattern), spot.at);
    return [];
  }
  if (!mayRead(fixedPart(pattern))) {
    cx.report(Outside(pattern), spot.at);
    return [];
  }
  const isItself = (file: string): boolean => shown(file, options) === joined('', mainPath(options));
  if (isPattern(pattern)) {
    const found = filesLike(pattern, reader).filter((file) => !isItself(file));
    if (found.length === 0) cx.report(NothingThere(pattern), spot.at);
    return found.filter((file) => {
      const isAllowed = mayRead(file);
      if (!isAllowed) cx.report(Outside(file), spot.at);
      return isAllowed;
    });
  }
  const file = joined('', pattern);
  const fault = isItself(file) ? Itself() : reader.kind(file) === 'directory' ? NotAFile(pattern) : undefined;
  if (fault === undefined) return [file];
  cx.report(fault, spot.at);
  return [];
};

const withFile = (
  whole: JsonMap,
  path: string,
  spot: Spot,
  options: IncludeOptions,
  folders: Map<Source, string>,
  cx: Lowered,
): JsonMap => {
  const { reader } = options;
  const text = reader?.text(path);
  if (text === undefined) {
    const fault = reader?.fault?.(path);
    cx.report(fault ? CannotRead(path, fault) : NoFile(shown(path, options)), spot.at);
    return whole;
  }
  const { root, source, findings: found } = parse(text, shown(path, options), 'compact');
  const findings = duplicatesAsErrors(found);
  append(cx.findings, findings);
  if (findings.some(({ level }) => level === 'error')) return whole;
  if (!isMap(root)) {
    cx.report(NotSections(shown(path, options), root === null ? 'empty' : kindOf(root)), spot.at);
    return whole;
  }
  if (source !== undefined) folders.set(source, folderOf(path));
  const part = inSections(root, cx);
  checkTopKeys(part, whole, cx);
  return joinedSections(whole, part, cx);
};

/** What is said once, in the file that includes the others. */
const wholeFile: ReadonlySet<string> = new Set([
  'synth',
  'stages',
  'include',
  'order',
  'transform',
  'description',
  'format-version',
]);

const joinedSections = (whole: JsonMap, part: JsonMap, cx: Lowered): JsonMap => {
  const result = shallowCopy(whole);
  const outside = Object.keys(part).filter((name) => wholeFile.has(name));
  if (outside.length > 0) cx.report(NotInInclude(outside), entryOf(part, outside[0]!)?.key);
  for (const name of Object.keys(part)) {
    if (name.startsWith('x-') || wholeFile.has(name)) continue;
    const [own, added] = [result[name], part[name]!];
    const entry = entryOf(part, name);
    if (own === undefined || own === null) {
      result[name] = added;
      place(result, name, entry);
    } else if (isMap(own) && isMap(added)) result[name] = joinedNames(own, added, cx);
    else if (added !== null) cx.report(NotSections(name, kindOf(added)), entry?.value);
  }
  return result;
};

const joinedNames = (own: JsonMap, added: JsonMap, cx: Lowered): JsonMap => {
  const result = stamp(Object.assign(newMap(), shallowCopy(own)), originOf(own));
  for (const id of Object.keys(own)) place(result, id, entryOf(own, id));
  for (const id of Object.keys(added)) {
    if (Object.hasOwn(own, id)) {
      const first = entryOf(own, id)?.key;
      reportTwice(Twice(id, first), entryOf(added, id)?.key, first, cx);
    } else carryEvenNull(added, id, result);
  }
  return result;
};

/** Reports names that a file declares in two sections, at the later place. */
export const checkNamesOnce = (root: JsonMap, sections: readonly string[], cx: Lowered): void => {
  const main = originOf(root)?.source;
  const seen = new Map<string, Cause | undefined>();
  for (const name of sections) {
    const section = get(root, name);
    for (const id of isMap(section) ? Object.keys(section) : []) {
      const at = entryOf(section, id)?.key;
      const other = seen.get(id);
      const [first, second] = other && at && isBefore(at, other, main) ? [at, other] : [other, at];
      if (seen.has(id)) reportTwice(Twice(id, first), second, first, cx);
      seen.set(id, first ?? at);
    }
  }
};

/** Whether a place is read before another one: the main file before those that it includes. */
const isBefore = (left: Cause, right: Cause, main: Source | undefined): boolean =>
  left.source === right.source ? left.start < right.start : left.source === main;
