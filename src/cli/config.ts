import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ErrorObject } from 'ajv';
import type { LintConfig } from '../lint/config.ts';
import { type Cause, entryOf } from '../model/origin.ts';
import { declaredCodes, type Finding, type Level, message } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import { get, isList, isMap, type Json, type JsonMap, type Step } from '../model/tree.ts';
import { parse } from '../parse/index.ts';
import { readText } from '../parse/text.ts';
import { stepsOf } from '../report/locate.ts';
import validate from './generated/validate-config.js';
import { importModule } from './import-module.ts';
import { readFile } from './read-file.ts';
import { UsageError } from './usage.ts';

const Invalid = message('invalid-config', 'error', (where: string, detail: string) => `${where} ${detail}.`);
const FixedLevel = message(
  'fixed-level',
  'error',
  (code: string) => `'${code}' is an error of the transform: it stops the expansion, so its level cannot be changed.`,
);
const UnknownRule = message('unknown-rule', 'warning', (id: string, near: string | undefined) =>
  near === undefined ? `There is no rule '${id}'.` : `There is no rule '${id}'. Did you mean '${near}'?`,
);

const configNames = ['synth.config.yaml', 'synth.config.yml', 'synth.config.json'];

/** A configuration with the rules that it brings along. */
export interface LoadedConfig {
  readonly config: LintConfig;
  readonly rules: readonly Rule[];
  readonly findings: readonly Finding[];
  readonly file: string | undefined;
  readonly text: string | undefined;
}

const none: LoadedConfig = { config: {}, rules: [], findings: [], file: undefined, text: undefined };

/** The configuration nearest to a folder: in it, or in one above it. */
export const findConfig = (folder: string): string | undefined => {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = configNames.map((name) => join(at, name)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (dirname(at) === at) return undefined;
  }
};

/** Reads a configuration and the modules it names. Mistakes in it are findings at their place. */
export const loadConfig = async (file: string | undefined, knownIds: ReadonlySet<string>): Promise<LoadedConfig> => {
  if (file === undefined) return none;
  const bytes = readFile(file, 'The configuration');
  const { text } = readText(bytes);
  const { root, findings } = parse(bytes, file);
  const faults: Finding[] = [...findings];
  // Comments alone: nothing is set.
  if (root === null && faults.length === 0) return { ...none, file, text };
  if (faults.length === 0 && !validate(root)) faults.push(...schemaFaults(root, validate.errors ?? []));
  if (faults.some(({ level }) => level === 'error')) return { ...none, findings: faults, file, text };
  const config = root as unknown as LintConfig & { plugins?: readonly string[] };
  const rules = await Promise.all((config.plugins ?? []).map((plugin) => loadRules(dirname(resolve(file)), plugin)));
  const own = rules.flat();
  faults.push(...(await unknownRules(root, new Set([...knownIds, ...own.map(({ id }) => id)]))), ...fixedLevels(root));
  return { config, rules: own, findings: faults, file, text };
};

/** What the schema minds, each once: of the ways in which a setting does not fit, the sum of them. */
const schemaFaults = (root: Json, errors: readonly ErrorObject[]): Finding[] => {
  const summed = new Set(errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath));
  return errors.flatMap(({ instancePath, keyword, params, message: detail }) => {
    const unknown: string | undefined = params['additionalProperty'];
    if (summed.has(instancePath) && keyword !== 'anyOf' && unknown === undefined) return [];
    const where = instancePath === '' ? 'The configuration' : `'${instancePath.slice(1).replace(/\//g, '.')}'`;
    const what =
      keyword === 'anyOf'
        ? 'must be error, warning, info or off, or a map with level and options'
        : unknown === undefined
          ? (detail ?? 'is not valid')
          : `must not have '${unknown}'`;
    return [{ ...Invalid(where, what), span: placeOf(root, instancePath, unknown) }];
  });
};

const loadRules = async (folder: string, plugin: string): Promise<readonly Rule[]> => {
  const path = resolve(folder, plugin);
  try {
    const module = (await importModule(pathToFileURL(path).href)) as { default?: unknown };
    if (Array.isArray(module.default)) return module.default as Rule[];
  } catch (error) {
    throw new UsageError(`The rules in '${path}' cannot be loaded: ${error instanceof Error ? error.message : error}.`);
  }
  throw new UsageError(`'${path}' must export a list of rules as its default.`);
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

const unknownRules = async (root: Json, known: ReadonlySet<string>): Promise<Finding[]> => {
  const { nearest } = await import('../model/nearest.ts');
  return settingsIn(root).flatMap((set) =>
    Object.keys(set)
      .filter((id) => !known.has(id))
      .map((id) => ({ ...UnknownRule(id, nearest(id, known)), span: entryOf(set, id)?.key })),
  );
};

/** The place that a JSON pointer names, or of the key below it. */
const placeOf = (root: Json, pointer: string, key: string | undefined): Cause | undefined => {
  let value: Json | undefined = root;
  let found: Cause | undefined;
  for (const part of stepsOf(pointer) ?? []) {
    const step: Step = isList(value) ? Number(part) : part;
    found = entryOf(value, step)?.value ?? found;
    value = isList(value) ? value[step as number] : get(value, String(step));
  }
  return (
    (key === undefined ? undefined : entryOf(value, key)?.key) ??
    found ??
    entryOf(root, Object.keys(root as object)[0] ?? '')?.key
  );
};
