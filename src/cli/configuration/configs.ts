import { dirname, relative, resolve } from 'node:path';
import { configAt, type LintConfig } from '../../lint/config.ts';
import type { Problem } from '../../model/problem.ts';
import type { Rule } from '../../model/rule.ts';
import { toProblems } from '../../report/problems.ts';
import type { Input } from '../inputs.ts';
import { findConfig } from './find.ts';
import { type LoadedConfig, loadConfig } from './load.ts';

/** The configurations of a run: each is read once, for all templates that it is for. */
export class Configs {
  readonly #named: string | false | undefined;
  readonly #codes: () => ReadonlySet<string>;
  readonly #loading = new Map<string | undefined, Promise<LoadedConfig>>();
  readonly #loaded: LoadedConfig[] = [];

  /**
   * @param named the one for all templates, or false for none; else it is the nearest one of each
   * @param codes the codes that there are without plugins
   */
  constructor(named: string | false | undefined, codes: () => ReadonlySet<string>) {
    this.#named = named;
    this.#codes = codes;
  }

  /** What holds for a template, and the rules of the project's own. */
  async for({ folder, name }: Pick<Input, 'folder' | 'name'>): Promise<{ config: LintConfig; rules: readonly Rule[] }> {
    const { config, rules, file } = await this.near(folder);
    if (file === undefined) return { config, rules };
    const path = name === '<stdin>' ? `${folder}/${name}` : name;
    return { config: configAt(config, relative(dirname(resolve(file)), resolve(path))), rules };
  }

  /** The configuration for a folder. */
  near(folder: string): Promise<LoadedConfig> {
    const found =
      typeof this.#named === 'string' ? { file: this.#named } : this.#named === false ? undefined : findConfig(folder);
    const known = this.#loading.get(found?.file) ?? this.#load(found);
    this.#loading.set(found?.file, known);
    return known;
  }

  async #load(found: Parameters<typeof loadConfig>[0]): Promise<LoadedConfig> {
    const loaded = await loadConfig(found, this.#codes);
    this.#loaded.push(loaded);
    return loaded;
  }

  /** What is wrong with the configurations read so far. */
  get problems(): Problem[] {
    return this.#loaded.flatMap(({ findings, file }) => toProblems(findings, file));
  }

  /** Their texts, by file. */
  get texts(): [file: string, text: string][] {
    return this.#loaded.flatMap(({ file, text }) => (file === undefined || text === undefined ? [] : [[file, text]]));
  }
}
