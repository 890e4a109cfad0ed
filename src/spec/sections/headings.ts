import { isLogicalId } from '../../model/logical-id.ts';
import { isSamKey } from '../language/keys.ts';
import { sectionNamed, sections } from './index.ts';

/** What a key of several words at the top of a file declares: `table Orders:`, `resource AWS::SSM::Parameter Limit:`. */
export interface Heading {
  readonly word: string;
  /** The type of a resource that no section knows. */
  readonly type: string | undefined;
  readonly name: string;
}

/** What the first word of a heading says. */
export interface HeadingWord {
  readonly word: string;
  /** The section that the entry belongs to. */
  readonly section: string;
  /** The value of `kind`, where the word says that too. */
  readonly kind?: string | undefined;
}

/** The word before resources of any type. */
export const rawWord = 'resource';

/** Every word that a heading can begin with, in the order of the sections. */
export const headingWords: readonly HeadingWord[] = [
  { word: 'parameter', section: 'parameters' },
  { word: 'mapping', section: 'mappings' },
  { word: 'condition', section: 'conditions' },
  { word: 'rule', section: 'rules' },
  { word: 'defaults', section: 'defaults' },
  { word: 'stage', section: 'stages' },
  ...sections.flatMap(({ name, heading, kinds }): HeadingWord[] => [
    { word: heading, section: name },
    ...kinds.flatMap((kind) => (kind.heading ? [{ word: kind.heading, section: name, kind: kind.kind }] : [])),
  ]),
  { word: rawWord, section: 'resources' },
  { word: 'output', section: 'outputs' },
];

const byWord = new Map(headingWords.map((each) => [each.word, each]));

export const headingWord = (word: string): HeadingWord | undefined => byWord.get(word);

/** The word before the names of a section, and of one kind there. */
export const headingOf = (section: string, kind?: string): string | undefined =>
  headingWords.find((each) => each.section === section && each.kind === kind)?.word;

/** A key as a heading: undefined for one word alone, for a function and for a place for anchors. */
export const headingIn = (key: string): Heading | undefined => {
  const at = key.search(/\s/);
  if (at <= 0 || /^(?:x-|Fn::)/.test(key)) return undefined;
  const [word, rest] = [key.slice(0, at), key.slice(at + 1)];
  const [type, name, ...more] = rest.split(' ');
  const isTyped =
    word.toLowerCase() === rawWord && type !== undefined && isTypeName(type) && name !== undefined && more.length === 0;
  return isTyped ? { word, type, name } : { word, type: undefined, name: rest };
};

/** Whether a text has the form of a resource type. */
export const isTypeName = (text: string): boolean => /^\w+::[\w:]*\w$/.test(text) && !text.startsWith('Fn::');

/** Whether a name of a section can stand in a heading. */
export const canHead = (section: string, name: string): boolean => {
  if (section === 'defaults') return defaultsPath(name) !== undefined;
  return section === 'stages' ? /^[\w.-]+$/.test(name) : isLogicalId(name.replace(/^Fn::ForEach::/, ''));
};

/** Where the name in a heading of `defaults` leads to: a section, a kind in one, a part of SAM's `Globals`. */
export const defaultsPath = (name: string): readonly string[] | undefined => {
  if (sectionNamed(name) !== undefined || (isSamKey(name) && isLogicalId(name))) return [name];
  const { section, kind } = headingWord(name) ?? {};
  return section === undefined || kind === undefined ? undefined : [section, kind];
};

/** Every name that a heading of `defaults` can have, but those of SAM. */
export const defaultsNames: readonly string[] = sections.flatMap(({ name, kinds }) => [
  name,
  ...kinds.flatMap(({ heading }) => heading ?? []),
]);
