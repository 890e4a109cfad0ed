import type { Finding, Level } from '../model/problem.ts';
import { type Rule, type RuleContext, templateCheckOf } from '../model/rule.ts';
import type { Json } from '../model/tree.ts';
import { matchesPath } from './path-pattern.ts';

/** How a rule is set: switched off (`false` too: so YAML 1.1 reads `off`), at another level, or with options. */
export type RuleSetting =
  | Level
  | 'off'
  | false
  | { readonly level?: Level | 'off' | false; readonly options?: Readonly<Record<string, Json>> };

/**
 * - `recommended`: everything but the messages that are `strict`
 * - `strict`: everything, and what is only information counts as a warning
 * - `errors`: errors only
 */
export type Preset = 'recommended' | 'strict' | 'errors';

export const presets: readonly Preset[] = ['recommended', 'strict', 'errors'];

/** How the rules are set, for all files and for some. */
export interface LintConfig {
  /** What holds for codes without a setting of their own; `recommended` when not given. */
  readonly preset?: Preset;
  /** Settings by rule id or other code. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /**
   * Further settings for the files that match one of the patterns; later ones win. The paths of templates count from
   * where the patterns do: the folder of the configuration, or for the library where `path` does.
   */
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleSetting>>;
  }[];
}

/**
 * A configuration as it holds for one file alone.
 * @param path the file's path from the folder that patterns count from
 */
export const configAt = (config: LintConfig, path: string): LintConfig => {
  const { overrides } = config;
  if (overrides === undefined) return config;
  const here = overrides.filter(({ files }) => files.some((pattern) => matchesPath(pattern, path)));
  return { ...config, overrides: here.map(({ rules }) => ({ files: ['**'], rules })) };
};

/**
 * A rule as it is to be run. What each template reads of it stands here once more, for these objects have one shape and
 * rules have many: V8 takes longer to read a property of those than most rules take to run.
 */
export interface ActiveRule extends Pick<Rule, 'stage' | 'on' | 'check'> {
  readonly rule: Rule;
  /** The types of which the template must have a resource; every template will do without any. */
  readonly needs: readonly string[];
  /** The properties of which such a resource must have one; empty where it may have any. */
  readonly reads: readonly string[];
  readonly macros: Rule['macros'] | undefined;
  readonly options: Readonly<Record<string, Json>>;
  /** Of a rule on the template: `check`, without the resource that it does not get. */
  readonly checkTemplate: ((cx: RuleContext) => void) | undefined;
  /** Whether it tells what is for the preset `strict`, too. */
  readonly strict: boolean;
}

type Settings = Readonly<Record<string, RuleSetting>>;

/** What is set for a file, in the order in which later settings win. */
const settingsFor = ({ rules = {}, overrides = [] }: LintConfig, file: string | undefined): readonly Settings[] => [
  rules,
  ...overrides
    .filter(({ files }) => file !== undefined && files.some((pattern) => matchesPath(pattern, file)))
    .map((override) => override.rules),
];

const settingsOf = (code: string, settings: readonly Settings[]): readonly RuleSetting[] =>
  settings.flatMap((set) => (Object.hasOwn(set, code) ? [set[code]!] : []));

/** The level that is set for a code; undefined without one. */
const levelSet = (code: string, settings: readonly Settings[]): Level | 'off' | undefined => {
  let found: Level | 'off' | undefined;
  for (const setting of settingsOf(code, settings)) {
    const level = typeof setting === 'object' ? setting.level : setting;
    if (level !== undefined) found = level === false ? 'off' : level;
  }
  return found;
};

/**
 * The rules that a file is checked with.
 * @param wanted only these, with all that they have to tell
 */
export const activeRules = (
  rules: readonly Rule[],
  config: LintConfig,
  file: string | undefined,
  wanted?: readonly string[],
): readonly ActiveRule[] => {
  const plain = !config.preset && !config.rules && !config.overrides && !wanted;
  if (plain) return defaults(rules);
  const settings = settingsFor(config, file);
  return rules.flatMap((rule) => {
    const own = settingsOf(rule.id, settings);
    const active = (!wanted || wanted.includes(rule.id)) && levelSet(rule.id, settings) !== 'off';
    const strict = config.preset === 'strict' || own.length > 0 || wanted !== undefined;
    return active && (strict || !isStrict(rule)) ? [activeRule(rule, optionsOf(rule, own), strict)] : [];
  });
};

/** Whether all that a rule has to tell is for the preset `strict`. */
const isStrict = ({ strict = [], messages }: Rule): boolean =>
  strict.length > 0 && Object.keys(messages).every((id) => strict.includes(id));

const activeRule = (rule: Rule, options: ActiveRule['options'], strict: boolean): ActiveRule => {
  const { stage, on, needs = [], reads = [], macros, check } = rule;
  return {
    // What each run reads stands together at the front: most rules are run on a template once, out of a cold memory.
    rule,
    stage,
    on,
    check,
    checkTemplate: templateCheckOf(rule),
    options,
    strict,
    needs: on === 'template' ? needs : on,
    reads,
    macros,
  };
};

const optionsOf = ({ options = {} }: Rule, settings: readonly RuleSetting[]): Readonly<Record<string, Json>> => {
  const values: Record<string, Json> = {};
  for (const [name, { default: value }] of Object.entries(options)) values[name] = value;
  for (const setting of settings) if (typeof setting === 'object') Object.assign(values, setting.options);
  return values;
};

const known = new WeakMap<readonly Rule[], readonly ActiveRule[]>();

/** Rules as they are where nothing is configured: the same for every template of a run. */
const defaults = (rules: readonly Rule[]): readonly ActiveRule[] => {
  const found = known.get(rules) ?? activeRules(rules, { rules: {} }, undefined);
  known.set(rules, found);
  return found;
};

/**
 * Findings at the levels that the configuration gives them, without those that are switched off. Errors of the
 * transform stay what they are: nothing can be expanded while there are any.
 * @param rules the ids of all rules
 */
export const atLevels = (
  findings: readonly Finding[],
  config: LintConfig,
  file: string | undefined,
  rules: ReadonlySet<string>,
): readonly Finding[] => {
  const { preset = 'recommended' } = config;
  const settings = settingsFor(config, file);
  if (preset === 'recommended' && settings.every((set) => Object.keys(set).length === 0)) return findings;
  return findings.flatMap((finding) => {
    const { code, level } = finding;
    if (level === 'error' && !rules.has(code)) return [finding];
    const set = levelSet(code, settings) ?? levelByPreset(level, preset);
    if (set === 'off') return [];
    return [set === level ? finding : { ...finding, level: set }];
  });
};

const levelByPreset = (level: Level, preset: Preset): Level | 'off' => {
  if (preset === 'errors' && level !== 'error') return 'off';
  return preset === 'strict' && level === 'info' ? 'warning' : level;
};
