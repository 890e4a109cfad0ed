import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { expect, it } from 'vitest';
import { documented } from '../../src/cli/documented.ts';
import { rules } from '../../src/lint/rules/index.ts';

/** Turns of phrase that are odd English, and what to write in their place. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bis nothing\b|\bfound nothing\b/, "is empty, is null, or 'there is no …'"],
  [/\b(is|are|was|were) told\b|\btold\b/, 'is reported'],
  [/\b(give|gives|given) up\b/, 'is abandoned'],
  [/\bminds?\b/, 'refuses, reports'],
  [/\bmend(s|ed|ing)?\b/, 'correct, fix'],
  [/\bis none\b|\bare none\b/, 'is not one'],
  [/\bnobody\b/i, 'no one, or say what happens'],
  [/\bgives no\b/, 'has no'],
  [/\bstands?\b(?! for\b)/, 'is, appears, is allowed'],
  [/\bmeans nothing\b/, 'has no effect, has no meaning'],
  [/\bif wanted\b/, 'optionally'],
  [/\bhas no place\b/, 'is not allowed'],
  [/\bspeaks? of\b/, 'applies to'],
  [/\bwithout a word\b/, 'silently'],
  [/\bshall\b/, 'must'],
  [/\bfor ever\b/, 'forever'],
  [/\bhow things stand\b|\bas it stands\b/, 'as written'],
];

/** The words of a text of the documentation, without code. */
const wordsOf = (text: string): string => text.replace(/`[^`]*`/g, '…');

/** A node of a syntax tree. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
  readonly [field: string]: unknown;
}

/** The texts of a syntax tree: literals, and what is between the gaps of templates. */
function* textsIn(node: unknown): Generator<{ text: string; start: number }> {
  if (Array.isArray(node)) for (const each of node) yield* textsIn(each);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { type, start, value } = node as Node;
  const text = type === 'TemplateElement' ? (value as { cooked: string }).cooked : value;
  if ((type === 'Literal' || type === 'TemplateElement') && typeof text === 'string') yield { text, start };
  for (const field of Object.values(node)) yield* textsIn(field);
}

/** All texts of several words in src, with their places: messages, errors, what is printed and what is documented. */
const sourceTexts = (): (readonly [string, string])[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(`src/${name}`, 'utf8');
      return [...textsIn(parseSync(name, source).program)]
        .filter(({ text }) => text.includes(' '))
        .map(({ text, start }) => [`${name}:${source.slice(0, start).split('\n').length}`, text] as const);
    });

it('has no odd English in any text that a user reads: messages, rules and documentation', () => {
  const texts: (readonly [string, string])[] = [
    ...sourceTexts(),
    ...documented.flatMap(({ codes }) =>
      Object.entries(codes).map(([code, { title, why, cure }]) => [code, `${title} ${why} ${cure}`] as const),
    ),
    ...rules.flatMap(({ id, title, description, messages, options = {} }) =>
      [title, description, ...Object.values(messages), ...Object.values(options).map(({ doc }) => doc)].map(
        (text) => [id, text] as const,
      ),
    ),
  ];
  const found = texts.flatMap(([where, text]) =>
    banned.flatMap(([phrase, instead]) => {
      const [match] = phrase.exec(wordsOf(text)) ?? [];
      return match === undefined ? [] : [`${where}: '${match}' → ${instead}`];
    }),
  );
  expect(found).toEqual([]);
});
