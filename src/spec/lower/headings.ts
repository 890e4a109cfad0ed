import { didYouMean, nearest } from '../../model/nearest.ts';
import {
  carryEvenNull,
  type Entry,
  entryOf,
  originOf,
  place,
  type Span,
  shallowCopy,
  stamp,
} from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';
import { get, isMap, type Json, type JsonMap, kindOf, newMap } from '../../model/tree.ts';
import { didYouMeanOr } from '../language/messages.ts';
import { Names } from '../language/names.ts';
import { Spot } from '../language/spot.ts';
import {
  canHead,
  defaultsNames,
  defaultsPath,
  type Heading,
  type HeadingWord,
  headingIn,
  headingOf,
  headingWord,
  headingWords,
  isTypeName,
  rawWord,
} from '../sections/headings.ts';
import { sectionNamed } from '../sections/index.ts';
import { EntryNotMap } from './entry.ts';
import { nearestId } from './ids.ts';
import { Lowered } from './lowering.ts';
import { topKeys } from './top-keys.ts';
import { firstOn, reportTwice } from './twice.ts';

const UnknownWord = message(
  'spec-unknown-key',
  'error',
  (word: string, near: string | undefined, allowed: readonly string[]) =>
    `'${word}' is not a kind of entry.${didYouMeanOr(near, allowed)}`,
);
const SectionAsWord = message(
  'spec-heading',
  'error',
  (section: string, near: string) =>
    `'${section}' is the section; the heading of one entry has the word for one. Did you mean '${near}'?`,
);
const NoName = message(
  'spec-heading',
  'error',
  (word: string, section: string) =>
    `'${word}' needs a name: '${word} Name:'. Several can be listed under '${section}:' with their names alone.`,
);
const WrongName = message(
  'spec-heading',
  'error',
  (name: string, word: string, near: string | undefined) =>
    `'${name}' cannot follow '${word}': a name has letters and digits only.${didYouMean(near)}`,
);
const NoDefaultsFor = message(
  'spec-unknown-key',
  'error',
  (name: string, near: string | undefined, allowed: readonly string[]) =>
    `'defaults' has no section '${name}'.${didYouMeanOr(near, allowed)}`,
);
const NotAtTop = message(
  'spec-heading',
  'error',
  (heading: string, section: string, name: string) =>
    `'${heading}' is a heading for the top of the file; below '${section}' write '${name}'.`,
);
const OtherSection = message(
  'spec-heading',
  'error',
  (heading: string, section: string) =>
    `'${heading}' does not belong below '${section}'. Write it at the top of the file.`,
);
const TwoKinds = message(
  'spec-given-twice',
  'error',
  (heading: string, key: string, said: string, other: string) =>
    `'${heading}' says '${said}', but its '${key}' is '${other}'. Keep one of them.`,
);
const Twice = message(
  'spec-name-twice',
  'error',
  (name: string, section: string, first: Span | undefined) =>
    `'${name}' is given twice in '${section}'${firstOn(first)}. Keep one of them.`,
);

/** Words from SAM and other tools for those of headings. */
const synonyms: Readonly<Record<string, string>> = {
  lambda: 'function',
  'state-machine': 'machine',
  dynamodb: 'table',
  sqs: 'queue',
  sns: 'topic',
  s3: 'bucket',
  kinesis: 'stream',
  globals: 'defaults',
  environment: 'stage',
  event: 'event-rule',
};

/** What has headings. In a stage `null` behind one takes the entry away, in a file it is an empty entry. */
type Part = 'file' | 'stage';

/**
 * A file, or what a stage lays over one, with its headings as what they are short for: `table Orders:` at the top is the
 * entry `Orders` of the section `tables`.
 */
export const inSections = (file: JsonMap, cx: Lowered, part: Part = 'file'): JsonMap => {
  const result = new Sections(cx);
  for (const key of Object.keys(file)) {
    const value = file[key]!;
    const entry = entryOf(file, key);
    const path = pathOf(key, entry, cx);
    if (path === 'none') continue;
    if (path === 'section') result.add([key], value, entry);
    else
      result.add(
        path.steps,
        path.says && !(part === 'stage' && value === null) ? withSaid(file, key, path.says, cx) : value,
        entry,
      );
  }
  const root = stamp(result.root, originOf(file));
  for (const section of Object.keys(root)) root[section] = withNamesAlone(section, root[section]!, cx);
  const stages = get(root, 'stages');
  if (isMap(stages)) root['stages'] = stagesIn(stages, cx);
  return root;
};

/** The same for a file that is not lowered, with what is wrong with its headings. */
export const sectionsOf = (file: JsonMap): { readonly root: JsonMap; readonly findings: readonly Finding[] } => {
  const cx = new Lowered(new Names([]), []);
  return { root: inSections(file, cx), findings: cx.findings };
};

const stagesIn = (stages: JsonMap, cx: Lowered): JsonMap => {
  const result = shallowCopy(stages);
  for (const name of Object.keys(stages)) {
    const stage = stages[name]!;
    if (isMap(stage)) result[name] = inSections(stage, cx, 'stage');
  }
  return result;
};

interface Path {
  readonly steps: readonly string[];
  /** What the heading says of the entry beside its name. */
  readonly says?: Said | undefined;
}

interface Said {
  readonly key: 'kind' | 'type';
  readonly value: string;
  /** How the entry is called in messages. */
  readonly title: string;
}

/** What a key at the top leads to; `none` after a report that leaves nothing to go on with. */
const pathOf = (key: string, entry: Entry | undefined, cx: Lowered): Path | 'section' | 'none' => {
  const heading = headingIn(key);
  if (heading === undefined) {
    const alone = topKeys.includes(key) ? undefined : headingWord(key);
    if (alone === undefined) return 'section';
    cx.report(NoName(key, alone.section), entry?.key);
    return 'none';
  }
  const { name } = heading;
  const word = headingWord(heading.word) ?? meant(heading, entry, cx);
  if (word === undefined) return 'none';
  if (!canHead(word.section, name)) {
    cx.report(wrongName(word, name), entry?.key);
    return 'none';
  }
  return word.section === 'defaults'
    ? { steps: ['defaults', ...defaultsPath(name)!] }
    : { steps: [word.section, name], says: saidBy(word, heading) };
};

const saidBy = ({ section, kind }: HeadingWord, { type }: Heading): Said | undefined => {
  if (type !== undefined) return { key: 'type', value: type, title: 'a resource' };
  const said = sectionNamed(section)?.kinds.find((each) => kind !== undefined && each.kind === kind);
  return said && { key: 'kind', value: kind!, title: said.title };
};

/** The word that another one is meant for, which is reported. */
const meant = ({ word, type, name }: Heading, entry: Entry | undefined, cx: Lowered): HeadingWord | undefined => {
  const lower = word.toLowerCase();
  const ofSection = headingOf(lower);
  if (ofSection !== undefined) {
    cx.report(SectionAsWord(word, `${ofSection} ${name}`), entry?.key);
    return headingWord(ofSection);
  }
  const words = headingWords.map((each) => each.word);
  const near = Object.hasOwn(synonyms, lower) ? synonyms[lower] : nearest(word, words);
  const rest = type === undefined ? name : `${type} ${name}`;
  cx.report(UnknownWord(word, near && `${near} ${rest}`, words), entry?.key);
  return near === undefined ? undefined : headingWord(near);
};

const wrongName = ({ word, section }: HeadingWord, name: string) => {
  if (section === 'defaults') return NoDefaultsFor(name, nearest(name, defaultsNames), defaultsNames);
  const [id, ...rest] = name.split(' ');
  // The type stands before the name.
  const near = word === rawWord && isTypeName(rest.join(' ')) ? `${rest.join(' ')} ${id}` : nearestId(name);
  return WrongName(name, word, near && `${word} ${near}`);
};

/** An entry with what its heading says. */
const withSaid = (file: JsonMap, heading: string, { key, value: said, title }: Said, cx: Lowered): Json => {
  const value = file[heading]!;
  const at = entryOf(file, heading);
  const entry = isMap(value) ? shallowCopy(value) : stamp(newMap(), at?.key);
  if (!isMap(value) && value !== null)
    cx.report(EntryNotMap(headingIn(heading)!.name, title, kindOf(value), undefined), at?.value);
  const given = isMap(value) && Object.hasOwn(value, key) ? new Spot(value, key) : undefined;
  if (given !== undefined && given.value !== said)
    cx.report(TwoKinds(heading, key, said, given.text ?? kindOf(given.value)), given.at);
  entry[key] = said;
  return entry;
};

/** A section without headings in the place of names. */
const withNamesAlone = (section: string, value: Json, cx: Lowered): Json => {
  if (!isMap(value) || (headingOf(section) === undefined && section !== 'defaults')) return value;
  const headings = Object.keys(value).filter((id) => headingWord(headingIn(id)?.word ?? '') !== undefined);
  if (headings.length === 0) return value;
  const result = shallowCopy(value);
  for (const id of headings) {
    const { word, name } = headingIn(id)!;
    const isOwn = headingWord(word)!.section === section;
    cx.report(isOwn ? NotAtTop(id, section, name) : OtherSection(id, section), entryOf(value, id)?.key);
    delete result[id];
    if (isOwn && !Object.hasOwn(result, name)) carryEvenNull(value, id, result, name);
  }
  return result;
};

/** The sections of a file, as they come together. */
class Sections {
  readonly root = newMap();
  readonly #cx: Lowered;
  /** The maps that were made here: those of the author are copied before something is put into them. */
  readonly #own = new Set<JsonMap>([this.root]);

  constructor(cx: Lowered) {
    this.#cx = cx;
  }

  /** Adds what stands at a path; of two maps of names the names. */
  add(path: readonly string[], value: Json, entry: Entry | undefined): void {
    let holder = this.root;
    for (const step of path.slice(0, -1)) {
      const inner = this.#opened(holder, step, entry);
      // What is not a map is reported when the section is read.
      if (inner === undefined) return;
      holder = inner;
    }
    const name = path.at(-1)!;
    const present = holder[name];
    const isOpen = present === undefined || (present === null && holdsNames(path));
    if (isOpen) {
      holder[name] = value;
      place(holder, name, entry);
    } else if (isMap(present) && isMap(value) && holdsNames(path)) {
      for (const inner of Object.keys(value)) this.add([...path, inner], value[inner]!, entryOf(value, inner));
    } else if (path.length === 1) holder[name] = value ?? present;
    else {
      const first = entryOf(holder, name)?.key;
      reportTwice(Twice(name, path[0]!, first), entry?.key, first, this.#cx);
    }
  }

  /** The map at a step, which can be added to. */
  #opened(holder: JsonMap, step: string, entry: Entry | undefined): JsonMap | undefined {
    const present = holder[step];
    if (present !== undefined && present !== null && !isMap(present)) return undefined;
    if (isMap(present) && this.#own.has(present)) return present;
    const opened = isMap(present) ? shallowCopy(present) : stamp(newMap(), entry?.key);
    this.#own.add(opened);
    holder[step] = opened;
    if (present === undefined) place(holder, step, entry);
    return opened;
  }
}

/** Whether a map holds entries by their names: a section, the defaults of the kinds of one. */
const holdsNames = (path: readonly string[]): boolean =>
  path.length === 1 || (path.length === 2 && path[0] === 'defaults' && (sectionNamed(path[1]!)?.kinds.length ?? 0) > 1);
