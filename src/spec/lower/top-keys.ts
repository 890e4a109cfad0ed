import { nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import type { Message } from '../../model/problem.ts';
import { hasOtherMacros, templateSections } from '../../model/template-sections.ts';
import { get, type JsonMap } from '../../model/tree.ts';
import { isSamKey } from '../language/keys.ts';
import { UnknownKey } from '../language/messages.ts';
import { sections } from '../sections/index.ts';
import type { Lowered } from './lowering.ts';

/** Sections that SAM has under the same name in PascalCase, with values as they are there: before the parameters, behind them. */
export const headers = [
  ['description', 'Description'],
  ['metadata', 'Metadata'],
] as const;
export const passed = [
  ['mappings', 'Mappings'],
  ['conditions', 'Conditions'],
  ['rules', 'Rules'],
] as const;

const special = [
  'synth',
  'format-version',
  'transform',
  'parameters',
  'outputs',
  'defaults',
  'stages',
  'include',
  'order',
  'resources',
];

/** All keys that a file can have at its top, in the order in which they are printed. */
export const topKeys: readonly string[] = [
  ...special,
  ...[...headers, ...passed].map(([name]) => name),
  ...sections.map(({ name }) => name),
];

/** What is said of a key that the top of a file, or a stage, does not have. */
export const unknownTopKey = (name: string, where: string, allowed: readonly string[] = topKeys): Message => {
  const lower = name.toLowerCase();
  const near = Object.hasOwn(synonyms, lower)
    ? synonyms[lower]
    : allowed.includes(lower)
      ? lower
      : nearest(name, allowed);
  return UnknownKey(name, where, near, allowed);
};

const synonyms: Readonly<Record<string, string>> = {
  globals: 'defaults',
  environments: 'stages',
  lambdas: 'functions',
  'state-machines': 'machines',
  events: 'event-rules',
  dynamodb: 'tables',
  sqs: 'queues',
  sns: 'topics',
  s3: 'buckets',
};

/** Sections of macros can have any name but that of a section of the language, in whatever letters. */
const isOfMacro = (name: string): boolean => isSamKey(name) && !topKeys.includes(name.toLowerCase());

/**
 * Reports the keys at the top of a file, the main one or one that is included, that neither the language nor CloudFormation has.
 * @param whole the main file, which names the macros
 */
export const checkTopKeys = (file: JsonMap, whole: JsonMap, cx: Lowered): void => {
  const takesMore = hasOtherMacros(get(whole, 'transform') ?? get(whole, 'Transform'));
  for (const name of Object.keys(file)) {
    if (topKeys.includes(name) || templateSections.includes(name) || /^(?:x-|Fn::)/.test(name)) continue;
    if (takesMore && isOfMacro(name)) continue;
    cx.report(unknownTopKey(name, 'the file'), entryOf(file, name)?.key);
  }
};
