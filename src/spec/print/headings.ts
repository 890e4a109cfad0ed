import { entryOf, originOf, place, shallowCopy, stamp } from '../../model/origin.ts';
import { isMap, isString, type Json, type JsonMap, newMap } from '../../model/tree.ts';
import { canHead, headingIn, headingOf, isTypeName, rawWord } from '../sections/headings.ts';
import { sectionNamed } from '../sections/index.ts';

/** Whether the entries of a section stand on one line each. */
type IsShort = (section: string, entries: JsonMap) => boolean;

/** Whether a key is the heading of an entry. */
export const isHeading = (key: string): boolean => headingIn(key) !== undefined;

/**
 * A file, or what a stage lays over one, as it is printed: sections of several short entries, and all other entries under
 * headings of their own. The other way of `inSections`.
 */
export const withHeadings = (file: JsonMap, isShort: IsShort): JsonMap => {
  const result = stamp(newMap(), originOf(file));
  for (const name of Object.keys(file)) {
    const section = name === 'stages' ? stagesIn(file[name]!, isShort) : file[name]!;
    const entries = isMap(section) ? entriesOf(name, section) : undefined;
    if (entries === undefined || (entries.length > 1 && isShort(name, section as JsonMap))) {
      result[name] = section;
      place(result, name, entryOf(file, name));
    } else
      for (const { heading, value, holder, step } of entries) {
        result[heading] = value;
        place(result, heading, entryOf(holder, step));
      }
  }
  return result;
};

const stagesIn = (stages: Json, isShort: IsShort): Json => {
  if (!isMap(stages)) return stages;
  const result = shallowCopy(stages);
  for (const name of Object.keys(stages)) {
    const stage = stages[name]!;
    if (isMap(stage)) result[name] = withHeadings(stage, isShort);
  }
  return result;
};

interface Headed {
  readonly heading: string;
  readonly value: Json;
  /** Where it stands without the heading. */
  readonly holder: JsonMap;
  readonly step: string;
}

/** The entries of a section under headings; undefined where it has none, or one that no heading can have. */
const entriesOf = (section: string, holder: JsonMap): readonly Headed[] | undefined => {
  const names = Object.keys(holder);
  if (headingOf(section) === undefined || names.length === 0) return undefined;
  const found = names.flatMap((name) =>
    section === 'defaults' ? defaultsOf(name, holder) : entryUnder(section, name, holder),
  );
  return found.includes(undefined) ? undefined : (found as Headed[]);
};

const entryUnder = (section: string, name: string, holder: JsonMap): Headed | undefined => {
  if (!canHead(section, name)) return undefined;
  const value = holder[name]!;
  const at = { holder, step: name };
  const { kind, type } = isMap(value) ? value : {};
  const word = isString(kind) ? headingOf(section, kind) : undefined;
  if (word !== undefined) return { heading: `${word} ${name}`, value: without(value as JsonMap, 'kind'), ...at };
  if (section === 'resources' && isString(type) && isTypeName(type))
    return { heading: `${rawWord} ${type} ${name}`, value: without(value as JsonMap, 'type'), ...at };
  return { heading: `${headingOf(section)} ${name}`, value, ...at };
};

/** An entry without the key that its heading says; without any key it needs no value. */
const without = (entry: JsonMap, key: string): Json => {
  const result = shallowCopy(entry);
  delete result[key];
  return Object.keys(result).length === 0 ? null : result;
};

/** The defaults of a section: those of its kinds one by one, where they are all that there is. */
const defaultsOf = (name: string, holder: JsonMap): readonly (Headed | undefined)[] => {
  const value = holder[name]!;
  const words = isMap(value) ? Object.keys(value).map((kind) => [kind, headingFor(name, kind)] as const) : [];
  if (words.length > 0 && words.every(([, word]) => word !== undefined))
    return words.map(([kind, word]) => {
      const values = value as JsonMap;
      return { heading: `defaults ${word}`, value: values[kind]!, holder: values, step: kind };
    });
  return [canHead('defaults', name) ? { heading: `defaults ${name}`, value, holder, step: name } : undefined];
};

const headingFor = (section: string, kind: string): string | undefined =>
  (sectionNamed(section)?.kinds.length ?? 0) > 1 ? headingOf(section, kind) : undefined;
