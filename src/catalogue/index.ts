import { everyCode } from '../lint/every-code.ts';
import type { CodeDoc } from '../model/code-doc.ts';
import type { Example } from '../model/example.ts';
import type { Level } from '../model/problem.ts';
import { fixKinds, type Rule } from '../model/rule.ts';
import type { CodeGroup } from './groups.ts';
import { groupOfRule } from './rule-groups.ts';

/** What the documentation says of one code that a user can meet. */
export interface Entry {
  readonly code: string;
  readonly group: string;
  /** More than one where it depends on the place. */
  readonly levels: readonly Level[];
  readonly title: string;
  /** Why, and the cure. Markdown. */
  readonly text: string;
  readonly source: string;
  /** An example, or why the code has no example. */
  readonly example: Example | { readonly none: string } | undefined;
  /** False for errors of the transform: nothing can be expanded while there are any. */
  readonly configurable: boolean;
  /** The kinds of fix that findings come with: `safe`, `unsafe` or both. */
  readonly fix: string | undefined;
  /** What only rules have. */
  readonly rule?: Rule;
}

/**
 * All codes with their documentation, group by group; those that are not declared in what was loaded are left out.
 * Rules follow the messages of the transform.
 */
export const catalogueOf = (groups: readonly CodeGroup[], rules: readonly Rule[]): readonly Entry[] => [
  ...groups.flatMap(({ title, codes }) =>
    Object.entries(codes).flatMap(([code, doc]) => entryOfCode(code, title, doc)),
  ),
  ...sortedByGroup(rules.map(entryOfRule)),
];

const entryOfCode = (code: string, group: string, doc: CodeDoc): readonly Entry[] => {
  const declared = everyCode().get(code);
  if (!declared) return [];
  const levels = severest.filter((level) => declared.has(level));
  const { title, why, cure, source, example, fix } = doc;
  const configurable = levels.some((level) => level !== 'error');
  return [{ code, group, levels, title, text: `${why}\n\n${cure}`, source, example, configurable, fix }];
};

const severest: readonly Level[] = ['error', 'warning', 'info'];

const entryOfRule = (rule: Rule): Entry => ({
  code: rule.id,
  group: rule.plugin === undefined ? groupOfRule(rule.id) : 'Rules of plugins',
  levels: [rule.level],
  title: rule.title,
  text: rule.description,
  source: rule.source,
  example: rule.example,
  configurable: true,
  fix: fixKinds(rule),
  rule,
});

const sortedByGroup = (entries: readonly Entry[]): readonly Entry[] => {
  const keyOf = ({ group, code }: Entry): string => `${group} ${code}`;
  return [...entries].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
};

/** The fixes of an entry in words: `safe fix`, `safe and unsafe fixes`; undefined where it has no fix. */
export const fixLabel = ({ fix }: Entry): string | undefined => fix && `${fix} ${fix.includes(' ') ? 'fixes' : 'fix'}`;
