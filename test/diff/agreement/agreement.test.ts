import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { ResourceChange } from '../../../src/diff/compare/changes.ts';
import { permissionChanges } from '../../../src/diff/permissions/changes.ts';
import { casesFolder, readCases } from '../../conformance/cases.ts';
import { Random } from '../../mutation/random.ts';
import { changeOf, comparedOf, specs } from '../sides.ts';
import { mutations, type SpecOf } from './mutations.ts';
import { type Case, explanations, type Opinion, rules } from './opinions.ts';
import { permissionRules } from './permission-opinions.ts';

const { fullDiff, ResourceImpact } = createRequire(import.meta.url)(
  '@aws-cdk/cloudformation-diff',
) as typeof import('@aws-cdk/cloudformation-diff');

// biome-ignore lint/suspicious/noExplicitAny: templates are any data here
type Any = any;

const { folder, own } = casesFolder();
const expanded = readCases(folder).flatMap(({ name, expected }) => {
  const template = expected.get('aws') as Any;
  return template?.Resources ? [{ name, template }] : [];
});

const specOf: SpecOf = (type) => {
  const found = specs.resource(type);
  return found && { names: Object.keys(found.properties), replacing: found.change.replaces };
};

interface Pair {
  readonly name: string;
  readonly before: Any;
  readonly after: Any;
}

/** A policy resource without a policy is more than the other comparison can read. */
const theyRead = (before: Any, after: Any): boolean => {
  try {
    return fullDiff(before, after) !== undefined;
  } catch {
    return false;
  }
};

/** Each mutation of some templates, drawn by chance that is the same in every run. */
const pairsOf = (perMutation: number): Pair[] => {
  const pairs: Pair[] = [];
  for (const [at, [mutation, apply]] of Object.entries(mutations).entries()) {
    const random = new Random(at + 1);
    let made = 0;
    for (let tries = 0; made < perMutation && tries < 40 * perMutation; tries++) {
      const { name, template } = random.pick(expanded);
      const after = structuredClone(template);
      if (!apply(after, random, specOf) || Object.keys(after.Resources).length === 0) continue;
      if (!theyRead(template, after)) continue;
      pairs.push({ name: `${mutation}: ${name}`, before: template, after });
      made++;
    }
  }
  return pairs;
};

const ourOpinion = (change: ResourceChange | undefined): Opinion => {
  if (!change) return 'nothing';
  if (change.fate === 'replaced' && !change.renamed) return change.certain ? 'replaced' : 'perhaps replaced';
  if (change.fate === 'added' || change.fate === 'removed') return change.fate;
  return change.fate === 'refused' || change.fate === 'attributes' ? 'changed' : change.formerId ? 'added' : 'changed';
};

const theirOpinions: Record<string, Opinion> = {
  [ResourceImpact.WILL_CREATE]: 'added',
  [ResourceImpact.WILL_DESTROY]: 'removed',
  [ResourceImpact.WILL_ORPHAN]: 'removed',
  [ResourceImpact.WILL_REPLACE]: 'replaced',
  [ResourceImpact.MAY_REPLACE]: 'perhaps replaced',
  [ResourceImpact.WILL_UPDATE]: 'changed',
  [ResourceImpact.NO_CHANGE]: 'nothing',
};

/** Where the two are of different opinions. */
const disputes = ({ before, after }: Pair): Case[] => {
  const compared = comparedOf(JSON.stringify(before), JSON.stringify(after));
  const ours = new Map<string, ResourceChange | undefined>();
  for (const change of compared.resources) {
    ours.set(change.id, change);
    // Under another id it is removed here and added there.
    if (change.formerId !== undefined) ours.set(change.formerId, { ...change, fate: 'removed', formerId: undefined });
  }
  const theirs = fullDiff(before, after).resources;
  const ids = new Set([...Object.keys(before.Resources), ...Object.keys(after.Resources)]);
  return [...ids].flatMap((id) => {
    const change = ours.get(id);
    const told = theirs.logicalIds.includes(id) ? theirs.get(id) : undefined;
    const each: Case = {
      id,
      ours: ourOpinion(change),
      theirs: told?.isDifferent || told?.isAddition || told?.isRemoval ? theirOpinions[told.changeImpact]! : 'nothing',
      change,
      before: before.Resources[id],
      after: after.Resources[id],
      templates: [before, after],
      specs,
    };
    return each.ours === each.theirs ? [] : [each];
  });
};

/** Whether more is allowed after the change: to roles, and with resources. */
const broadened = ({ before, after }: Pair): { readonly ours: boolean; readonly theirs: boolean } => {
  const change = changeOf(JSON.stringify(before), JSON.stringify(after));
  const permissions = permissionChanges(change.before, change.after, change.compared.partners, specs);
  return {
    ours: permissions.some(({ gained }) => gained.length > 0),
    theirs: fullDiff(before, after).permissionsBroadened,
  };
};

describe('the comparison and that of @aws-cdk/cloudformation-diff', () => {
  const pairs = pairsOf(own ? 2 : 16);

  it('are made over enough pairs', () => {
    console.log(`${pairs.length} pairs of ${Object.keys(mutations).length} mutations`);
    if (!own) expect(pairs.length).toBeGreaterThanOrEqual(300);
  });

  it('agree, or a rule says why not', () => {
    const used = new Map<string, number>();
    const unexplained: string[] = [];
    for (const pair of pairs) {
      for (const each of disputes(pair)) {
        const [reason] = explanations(each);
        if (reason !== undefined) used.set(reason, (used.get(reason) ?? 0) + 1);
        else
          unexplained.push(`${pair.name}: ${each.id} (${each.before?.Type}): ${each.ours} here, ${each.theirs} there`);
      }
    }
    console.log([...used].map(([name, count]) => `${name} ${count}`).join(', '));
    expect(unexplained).toEqual([]);
    if (!own) expect(Object.keys(rules).filter((name) => !used.has(name))).toEqual([]);
  }, 120_000);

  it('agree on whether more is allowed, or a rule says why not', () => {
    const used = new Map<string, number>();
    const unexplained: string[] = [];
    let agreed = 0;
    for (const pair of pairs) {
      const { ours, theirs } = broadened(pair);
      if (ours === theirs) {
        agreed += ours ? 1 : 0;
        continue;
      }
      const [reason] = Object.entries(permissionRules).find(([, holds]) => holds(pair, ours)) ?? [];
      if (reason !== undefined) used.set(reason, (used.get(reason) ?? 0) + 1);
      else unexplained.push(`${pair.name}: ${ours ? 'more here' : 'more there'}`);
    }
    console.log(
      `more is allowed: ${agreed} times for both; ${[...used].map(([name, count]) => `${name} ${count}`).join(', ')}`,
    );
    expect(unexplained).toEqual([]);
    if (!own) expect(agreed).toBeGreaterThan(50);
  }, 120_000);
});
