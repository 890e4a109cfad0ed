import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { faultOf, look } from '../../files/open.ts';
import { usableRules } from '../../lint/own-rules.ts';
import { specsFrom } from '../../lint/specs.ts';
import type { Rule } from '../../model/rule.ts';
import { thrownMessage } from '../../model/thrown.ts';
import { Unusable } from '../../model/unusable.ts';
import { importModule } from '../import-module.ts';
import { bundledSpecs } from '../specs.ts';
import { UsageError } from '../usage.ts';

/**
 * Loads the rules of modules.
 * @param file the configuration that names them; paths count from its folder
 */
export const loadPlugins = async (file: string, plugins: readonly string[]): Promise<readonly Rule[]> => {
  const specs = specsFrom(bundledSpecs);
  const rules: Rule[] = [];
  for (const plugin of plugins) {
    const path = resolve(dirname(file), plugin);
    const named = (await rulesIn(path)).map((rule) => withPlugin(rule, path));
    const found = usableRules(
      named,
      specs,
      rules.map(({ id }) => id),
    );
    if (found.faults.length > 0)
      throw new UsageError(`The rules in '${path}' cannot be used.`, found.faults.join('\n'));
    rules.push(...found.rules);
  }
  return rules;
};

/** A rule with the module that it comes from. The object itself may be frozen, or in use elsewhere. */
const withPlugin = (rule: unknown, path: string): unknown =>
  typeof rule === 'object' && rule !== null ? Object.create(rule, { plugin: { value: path, enumerable: true } }) : rule;

const rulesIn = async (path: string): Promise<readonly unknown[]> => {
  const list = await imported(path);
  if (list !== undefined) return list;
  throw new UsageError(`'${path}' must export a list of rules as its default.`, "Write 'export default [rule, …];'.");
};

/** The list that a module exports; its code may fail in any way, and what it exports may run code as well. */
const imported = async (path: string): Promise<readonly unknown[] | undefined> => {
  try {
    if (look(path).isDirectory()) throw new Unusable(path, 'it is a folder; name the module in it');
    const { default: list } = (await importModule(pathToFileURL(path).href)) as { readonly default?: unknown };
    return Array.isArray(list) ? Array.from(list) : undefined;
  } catch (error) {
    throw new UsageError(`The rules in '${path}' cannot be loaded: ${reasonOf(error, path).replace(/\.$/, '')}.`);
  }
};

const reasonOf = (error: unknown, path: string): string => {
  try {
    const isOfFile = error instanceof Unusable || (error as { path?: unknown } | null)?.path === path;
    if (isOfFile) return faultOf(error, path).reason;
  } catch {
    // What a module throws may throw when it is looked at.
  }
  return thrownMessage(error);
};
