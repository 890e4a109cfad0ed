import { alternativesOf, mostAlternatives } from '../model/alternatives.ts';
import { append } from '../model/lists.ts';
import { didYouMean, nearest } from '../model/nearest.ts';
import { entryOf } from '../model/origin.ts';
import { type Finding, type Level, message } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { get, isList, isMap, isString, type Json, type JsonMap } from '../model/tree.ts';
import { presets } from './config.ts';
import { everyCode } from './every-code.ts';
import { firstFaults } from './first-faults.ts';
import { optionFaults } from './option-faults.ts';
import { rules as builtIn } from './rules/index.ts';

const FixedLevel = message(
  'fixed-level',
  'error',
  (code: string) => `'${code}' is an error of the transform: it stops the expansion, so its level cannot be changed.`,
);
const WrongOption = message('invalid-option', 'error', (text: string) => text);
const UnknownRule = message(
  'unknown-rule',
  'warning',
  (id: string, near: string | undefined) => `There is no rule '${id}'.${didYouMean(near)}`,
);
const WrongConfig = message(
  'wrong-option-value',
  'error',
  (where: string, wanted: string) => `'config.${where}' must be ${wanted}.`,
);
const WidePattern = message(
  'wrong-option-value',
  'error',
  (pattern: string) => `The pattern '${pattern}' stands for more than ${mostAlternatives} patterns.`,
);
const UnknownKey = message(
  'unknown-option',
  'warning',
  (name: string, near: string | undefined) =>
    `'config' has no '${name}'; it has preset, rules and overrides.${didYouMean(near)}`,
);

/**
 * What is wrong with the settings of a configuration whose shape is right: codes that there are not, levels that cannot be
 * set, and options that a rule does not have. They stand where the configuration was read from, if it was.
 * @param rules those with options
 * @param known the codes that there are
 * @param areAllKnown whether there are no others
 */
export const settingFaults = (
  root: Json,
  rules: readonly Rule[],
  known: ReadonlySet<string>,
  areAllKnown = true,
): Finding[] => [
  ...(areAllKnown ? unknownRules(root, known) : []),
  ...widePatterns(root),
  ...fixedLevels(root),
  ...wrongOptions(root, rules, known),
];

/** The settings by code: those for all files and those for some. */
const settingsIn = (root: Json): readonly JsonMap[] => {
  const overrides = get(root, 'overrides');
  const sets = [get(root, 'rules'), ...(isList(overrides) ? overrides.map((each) => get(each, 'rules')) : [])];
  return sets.filter(isMap);
};

/** Patterns of files whose braces stand for more patterns than are tried. */
const widePatterns = (root: Json): Finding[] => {
  const overrides = get(root, 'overrides');
  return (isList(overrides) ? overrides : []).flatMap((each) => {
    const files = get(each, 'files');
    if (!isList(files)) return [];
    return files.flatMap((pattern, at) =>
      isString(pattern) && alternativesOf(pattern) === undefined
        ? [{ ...WidePattern(pattern.slice(0, 60)), span: entryOf(files, at)?.value }]
        : [],
    );
  });
};

/** Levels given to codes that can only be errors of the transform. */
const fixedLevels = (root: Json): Finding[] =>
  settingsIn(root).flatMap((set) =>
    Object.keys(set)
      .filter((code) => isFixed(everyCode().get(code)) && levelIn(set[code]!) !== 'error')
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

/**
 * What is wrong with how a caller of the library sets the rules.
 * @param own the caller's own rules
 * @param only the ids of those that are to be run
 */
export const configFaults = (config: unknown, own: readonly unknown[], only: readonly string[] = []): Finding[] => {
  const rules = [...builtIn, ...own.filter((rule): rule is Rule => isMap(rule as Json))];
  const ids = new Set(rules.map(({ id }) => id));
  const wanted = only.filter((id) => !ids.has(id)).map((id) => UnknownRule(id, nearest(id, ids)));
  const root = config as Json;
  if (!isMap(root)) return wanted;
  const shape = [...wanted, ...shapeFaults(root)];
  if (shape.some(({ level }) => level === 'error')) return shape;
  return [...shape, ...settingFaults(root, rules, new Set([...ids, ...everyCode().keys()]))];
};

const keys = ['preset', 'rules', 'overrides'];

const shapeFaults = (root: JsonMap): Finding[] => {
  const { preset, rules, overrides } = root;
  const unknown = Object.keys(root)
    .filter((key) => !keys.includes(key))
    .map((key) => UnknownKey(key, nearest(key, keys)));
  const wrong: Finding[] = [];
  if (preset !== undefined && !(presets as readonly Json[]).includes(preset))
    wrong.push(WrongConfig('preset', `one of ${presets.join(', ')}`));
  if (rules !== undefined) append(wrong, ruleSettingFaults('rules', rules));
  if (overrides !== undefined && !isList(overrides)) wrong.push(WrongConfig('overrides', 'a list'));
  (isList(overrides) ? overrides : []).forEach((each, at) => {
    const files = get(each, 'files');
    if (!isList(files) || !files.every(isString))
      wrong.push(WrongConfig(`overrides.${at}.files`, 'a list of patterns'));
    append(wrong, ruleSettingFaults(`overrides.${at}.rules`, get(each, 'rules') ?? null));
  });
  return [...unknown, ...wrong];
};

const levels: readonly Json[] = ['error', 'warning', 'info', 'off', false];

const ruleSettingFaults = (where: string, rules: Json): Finding[] => {
  if (!isMap(rules)) return [WrongConfig(where, 'an object with a setting for each rule')];
  return Object.keys(rules).flatMap((id) => {
    const setting = rules[id]!;
    if (levels.includes(setting)) return [];
    const isSetting =
      isMap(setting) &&
      Object.keys(setting).every((key) => key === 'level' || key === 'options') &&
      (setting['level'] === undefined || levels.includes(setting['level'])) &&
      (setting['options'] === undefined || isMap(setting['options']));
    const wanted = "'error', 'warning', 'info', 'off', or an object with 'level' and 'options'";
    return isSetting ? [] : [WrongConfig(`${where}.${id}`, wanted)];
  });
};
