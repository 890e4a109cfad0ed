import { append } from '../model/lists.ts';
import { type Finding, message } from '../model/problem.ts';
import type { Rule } from '../model/rule.ts';
import type { Specs } from '../model/spec.ts';
import { declarations } from '../transform/registry.ts';
import { everyCode } from './every-code.ts';
import { nearestType } from './facts/templates/nearest-type.ts';
import { isUnknownType } from './facts/templates/unknown-type.ts';
import { ruleFaults } from './rule-faults.ts';
import { rules as builtIn } from './rules/index.ts';

const InvalidRule = message('invalid-rule', 'error', (what: string) => what);

/**
 * The rules of a caller that can be run, and what is wrong with the others.
 * @param others ids that are taken beside those of synth
 */
export const usableRules = (
  given: readonly unknown[],
  specs: Specs | undefined,
  others: readonly string[] = [],
): { readonly rules: readonly Rule[]; readonly faults: readonly string[] } => {
  const rules: Rule[] = [];
  const faults: string[] = [];
  if (given.length === 0) return { rules, faults };
  const isUnknown = (type: string): boolean => declarations.resource(type) === undefined && isUnknownType(type, specs);
  const nearType = (type: string): string | undefined =>
    nearestType(type, new Set([...declarations.types(), ...(specs?.types() ?? [])]));
  const taken = new Set([...builtIn.map(({ id }) => id), ...everyCode().keys(), ...others]);
  given.forEach((rule, at) => {
    const found = ruleFaults(rule, at, { taken, isUnknown, nearType });
    append(faults, found);
    if (found.length > 0) return;
    rules.push(rule as Rule);
    taken.add((rule as Rule).id);
  });
  return { rules, faults };
};

/** What is wrong with the rules of a caller, as findings without a place. */
export const invalidRules = (faults: readonly string[]): Finding[] => faults.map((fault) => InvalidRule(fault));
