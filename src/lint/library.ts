import { givenOptions } from '../model/given-options.ts';
import { areRefused } from '../model/options.ts';
import type { Problem, Safety } from '../model/problem.ts';
import { toProblems } from '../report/problems.ts';
import { configFaults } from './config-faults.ts';
import { type Fixed, fix } from './fix.ts';
import { type LintOptions, lint } from './lint.ts';
import { isReadable } from './rule-faults.ts';

/** `lint` for callers of the library, whose configuration was not read from a file and checked there. */
export const lintAsGiven = (input: string | Uint8Array | object, options: LintOptions): { problems: Problem[] } => {
  const faults = faultsOf(options);
  if (areRefused(faults)) return { problems: faults };
  const { problems } = lint(input, options);
  return { problems: [...faults, ...problems] };
};

/** `fix` in the same way. */
export const fixAsGiven = (
  input: string | Uint8Array,
  options: LintOptions,
  kinds: readonly Safety[] | undefined,
): Fixed => {
  const faults = faultsOf(options);
  if (areRefused(faults)) return { ...fix(input, { ...options, config: undefined }, []), problems: faults };
  const fixed = fix(input, options, kinds);
  return { ...fixed, problems: [...faults, ...fixed.problems] };
};

const faultsOf = (options: LintOptions): Problem[] => {
  const { config, rules, only } = (givenOptions(options).options ?? {}) as LintOptions;
  if (config === undefined && only === undefined) return [];
  const ids = Array.isArray(only) ? only.filter((id) => typeof id === 'string') : [];
  return toProblems(configFaults(config, Array.isArray(rules) ? rules.filter(isReadable) : [], ids), undefined);
};
