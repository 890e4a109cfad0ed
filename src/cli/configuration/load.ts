import { resolve } from 'node:path';
import type { LintConfig } from '../../lint/config.ts';
import { settingFaults } from '../../lint/config-faults.ts';
import { rules as builtIn } from '../../lint/rules/index.ts';
import { entryOf } from '../../model/origin.ts';
import { type Finding, message } from '../../model/problem.ts';
import type { Rule } from '../../model/rule.ts';
import { parse } from '../../parse/index.ts';
import { readText } from '../../parse/text.ts';
import validate from '../generated/validate-config.js';
import { readFile } from '../read-file.ts';
import type { FoundConfig } from './find.ts';
import { loadPlugins } from './plugins.ts';
import { schemaFaults } from './schema-faults.ts';

const Untrusted = message(
  'untrusted-plugins',
  'warning',
  (why: string) =>
    `The plugins were not loaded: the configuration was found on its own, and ${why}. Name it with '--config' to trust it.`,
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
export const loadConfig = async (
  found: FoundConfig | undefined,
  codes: () => ReadonlySet<string>,
): Promise<LoadedConfig> => {
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
  const known = new Set([...codes(), ...rules.map(({ id }) => id)]);
  // Without the plugins it cannot be said what there is not.
  faults.push(...settingFaults(root, [...builtIn, ...rules], known, isTrusted));
  return { config, rules, findings: faults, file, text };
};
