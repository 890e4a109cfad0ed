import { resolve } from 'node:path';
import type { LintConfig } from '../../lint/config.ts';
import { optionFaults } from '../../lint/option-faults.ts';
import { rules as builtIn } from '../../lint/rules/index.ts';
import { didYouMean, nearest } from '../../model/nearest.ts';
import { entryOf } from '../../model/origin.ts';
import { declaredCodes, type Finding, type Level, message } from '../../model/problem.ts';
import type { Rule } from '../../model/rule.ts';
import { get, isList, isMap, type Json, type JsonMap } from '../../model/tree.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import validate from '../generated/validate-config.js';
import { readFile } from '../read-file.ts';
import type { FoundConfig } from './find.ts';
import { firstFaults } from './first-faults.ts';
import { loadPlugins } from './plugins.ts';
import { schemaFaults } from './schema-faults.ts';

const FixedLevel = message(
  'fixed-level',
  'error',
  (code: string) => `'${code}' is an error of the transform: it stops the expansion, so its level cannot be changed.`,
);
const WrongOption = message('invalid-option', 'error', (text: string) => text);
const Untrusted = message(
  'untrusted-plugins',
  'warning',
  (why: string) =>
    `The plugins were not loaded: the configuration was found on its own, and ${why}. Name it with '--config' to trust it.`,
);
const UnknownRule = message(
  'unknown-rule',
  'warning',
  (id: string, near: string | undefined) => `There is no rule '${id}'.${didYouMean(near)}`,
);

/** A configuration with the rules that it brings along. */
export interface LoadedConfig {
  readonly config: LintConfig;
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
  readonly file: string | undefined;
  readonly text: string | undefined;
}

const none: LoadedConfig = { config: {}, rules: [], findings: [], file: undefined, text: undefined };

/**
 * Reads a configuration and the modules it names. Mistakes in it are findings at their place.
 * @param codes the codes that there are without plugins
 */
export const loadConfig = async (found: FoundConfig | undefined, codes: ReadonlySet<string>): Promise<LoadedConfig> => {
  if (found === undefined) return none;
  const { file, distrust } = found;
  const bytes = readFile(file, 'The configuration');
  const { text } = readText(bytes);
  const { root, start, findings } = parse(bytes, file);
  const faults: Finding[] = [...findings];
  // Comments alone: nothing is set.
  if (root === null && faults.length === 0) return { ...none, file, text };
  if (faults.length === 0 && !validate(root)) faults.push(...schemaFaults(root, validate.errors ?? []));
  if (faults.some(({ level }) => level === 'error')) {
    return { ...none, findings: faults.map((fault) => ({ span: start, ...fault })), file, text };
  }
  const config = root as unknown as LintConfig & { plugins?: readonly string[] };
  const { plugins = [] } = config;
  const isTrusted = plugins.length === 0 || distrust === undefined;
  const rules = isTrusted ? await loadPlugins(resolve(file), plugins) : [];
  if (!isTrusted) faults.push({ ...Untrusted(distrust!), span: entryOf(root, 'plugins')?.key });
  const known = new Set([...codes, ...rules.map(({ id }) => id)]);
  // Without the plugins it cannot be said what there is not.
  if (isTrusted) faults.push(...unknownRules(root, known));
  faults.push(...fixedLevels(root), ...wrongOptions(root, [...builtIn, ...rules], known));
  return { config, rules, findings: faults, file, text };
};

/** The settings by code: those for all files and those for some. */
const settingsIn = (root: Json): readonly JsonMap[] => {
  const overrides = get(root, 'overrides');
  const sets = [get(root, 'rules'), ...(isList(overrides) ? overrides.map((each) => get(each, 'rules')) : [])];
  return sets.filter(isMap);
};

/** Levels given to codes that can only be errors of the transform. */
const fixedLevels = (root: Json): Finding[] =>
  settingsIn(root).flatMap((set) =>
    Object.keys(set)
      .filter((code) => isFixed(declaredCodes.get(code)) && levelIn(set[code]!) !== 'error')
      .map((code) => ({ ...FixedLevel(code), span: entryOf(set, code)?.key })),
  );

const isFixed = (levels: ReadonlySet<Level> | undefined): boolean =>
  levels !== undefined && [...levels].every((level) => level === 'error');

const levelIn = (setting: Json): Json | undefined => (isMap(setting) ? (setting['level'] ?? 'error') : setting);

const unknownRules = (root: Json, known: ReadonlySet<string>): Finding[] => {
  const unknown = settingsIn(root).flatMap((set) =>
    Object.keys(set)
      .filter((id) => !known.has(id))
      .map((id) => [set, id] as const),
  );
  return firstFaults(unknown, ([set, id]) => ({ ...UnknownRule(id, nearest(id, known)), span: entryOf(set, id)?.key }));
};

/** Options that a rule does not have, or of another type. */
const wrongOptions = (root: Json, rules: readonly Rule[], known: ReadonlySet<string>): Finding[] => {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const wrong = settingsIn(root).flatMap((set) =>
    Object.keys(set).flatMap((code) => {
      const options = get(set[code], 'options');
      if (!isMap(options) || !known.has(code)) return [];
      return optionFaults(options, byId.get(code) ?? { id: code }).map((fault) => ({ ...fault, options }));
    }),
  );
  return firstFaults(wrong, ({ name, fault, unknown, options }) => ({
    ...WrongOption(`'${name}' ${fault}`),
    span: entryOf(options, name)?.[unknown ? 'key' : 'value'],
  }));
};
