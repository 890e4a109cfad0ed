import type { Level } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { Json } from '../model/tree.ts';

/** How a rule is set: switched off (`false` too: so YAML 1.1 reads `off`), at another level, or with options. */
export type RuleSetting =
  | Level
  | 'off'
  | false
  | { readonly level?: Level | 'off' | false; readonly options?: Readonly<Record<string, Json>> };

/** How the rules are set, for all files and for some. */
export interface LintConfig {
  /** Settings by rule id. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Further settings for the files that match one of the patterns; later ones win. */
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleSetting>>;
  }[];
}

/** A rule as it is to be run. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Level;
  readonly options: Readonly<Record<string, Json>>;
}

/** The rules that a file is checked with. */
export const activeRules = (
  rules: readonly Rule[],
  config: LintConfig,
  file: string | undefined,
): readonly ActiveRule[] => {
  if (!config.rules && !config.overrides) return defaults(rules);
  const settings = [config.rules ?? {}];
  for (const { files, rules: set } of config.overrides ?? []) {
    if (file !== undefined && files.some((pattern) => matches(pattern, file))) settings.push(set);
  }
  return rules.flatMap((rule) => {
    let level: Level | 'off' | false = rule.level;
    const options: Record<string, Json> = {};
    for (const [name, { default: value }] of Object.entries(rule.options ?? {})) options[name] = value;
    for (const set of settings) {
      const setting = Object.hasOwn(set, rule.id) ? set[rule.id]! : undefined;
      if (setting === undefined) continue;
      if (typeof setting !== 'object') level = setting;
      else {
        level = setting.level ?? level;
        Object.assign(options, setting.options);
      }
    }
    return level === 'off' || level === false ? [] : [{ rule, level, options }];
  });
};

const known = new WeakMap<readonly Rule[], readonly ActiveRule[]>();

/** Rules as they are where nothing is configured: the same for every template of a run. */
const defaults = (rules: readonly Rule[]): readonly ActiveRule[] => {
  const found = known.get(rules) ?? activeRules(rules, { rules: {} }, undefined);
  known.set(rules, found);
  return found;
};

/** Whether a path matches a pattern in which `*` stands for a name's part and `**` for any folders. */
const matches = (pattern: string, file: string): boolean => {
  const source = pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^(?:.*/)?${source}$`).test(file.replace(/\\/g, '/'));
};
