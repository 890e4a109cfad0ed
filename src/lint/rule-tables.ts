import type { Rule } from '../model/rule.ts';

/** What is looked up of rules for every template and finding. */
export interface RuleTables {
  readonly ids: ReadonlySet<string>;
  /** The ids of those that go by schemas alone. */
  readonly general: ReadonlySet<string>;
  /** The codes that each rule tells better, by its id. */
  readonly supersedes: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<readonly Rule[], RuleTables>();

/** The tables of a list of rules, made once for each list. */
export const tablesOf = (rules: readonly Rule[]): RuleTables => {
  let tables = known.get(rules);
  if (!tables) {
    tables = {
      ids: new Set(rules.map(({ id }) => id)),
      general: new Set(rules.flatMap(({ id, general }) => (general ? [id] : []))),
      supersedes: new Map(rules.flatMap(({ id, supersedes }) => (supersedes ? [[id, supersedes] as const] : []))),
    };
    known.set(rules, tables);
  }
  return tables;
};
