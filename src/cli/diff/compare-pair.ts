import { type Acceptance, judged } from '../../diff/accept.ts';
import { type Change, changeBetween, loadSides, type SideInput, type SideOptions } from '../../diff/index.ts';
import { type NestedStack, nestedPairs } from '../../diff/nested.ts';
import type { TemplateDiff } from '../../diff/report/summary.ts';
import { emptySide } from '../../diff/side.ts';
import { message, type Problem } from '../../model/problem.ts';
import type { Specs } from '../../model/spec.ts';
import type { Json } from '../../model/tree.ts';
import { maximumNested } from '../../transform/nested.ts';
import { sharedValues } from '../../transform/parameters.ts';
import { withoutPlace } from '../unknown-parameters.ts';
import type { TemplatePair } from './pairs.ts';
import { documentOf, nestedIn, type TemplateAt, withoutRevision } from './template-at.ts';

const TooMany = message(
  'nested-too-many',
  'error',
  () => `More than ${mostCompared} nested stacks that differ in their templates or parameters are not compared.`,
);

/** As many as are expanded of one template. */
const mostCompared = maximumNested;

/** How the two sides of a pair are expanded. */
export interface PairOptions {
  readonly before: SideOptions;
  readonly after: SideOptions;
}

/** A pair that is not compared, because one of the templates has errors. */
export interface FailedPair {
  readonly name: string;
  readonly problems: readonly Problem[];
}

/** A pair compared, with the local templates of its nested stacks, and theirs. */
export interface ComparedPair {
  readonly diffs: readonly TemplateDiff[];
  readonly failed: readonly FailedPair[];
}

/** What all comparisons below an outermost pair share. */
interface Comparing {
  readonly acceptances: readonly Acceptance[];
  readonly specs: Specs;
  /** What was compared of nested stacks: templates and their parameters → the further stacks made of the same. */
  readonly compared: Map<string, (readonly string[])[]>;
}

/** Expands and compares two templates, and the local templates of their nested stacks, each once for the same parameters. */
export const comparePair = (
  pair: TemplatePair,
  options: PairOptions,
  acceptances: readonly Acceptance[],
  specs: Specs,
): ComparedPair => compareWithin(pair, options, { acceptances, specs, compared: new Map() });

const compareWithin = (
  pair: TemplatePair,
  options: PairOptions,
  comparing: Comparing,
  sameStacks?: readonly (readonly string[])[],
): ComparedPair => {
  const { name, stack, from, to, before, after } = pair;
  const { acceptances, specs } = comparing;
  if (!after && stack === undefined) return { diffs: [goneFrom(pair, specs)], failed: [] };
  const [old, now] = loadSides(inputOf(before, options.before), inputOf(after, options.after), specs);
  const problems = [...old.problems, ...now.problems].filter(({ level }) => level === 'error');
  if (!old.side || !now.side) return { diffs: [], failed: [{ name, problems }] };
  const change = changeBetween(old.side, now.side, specs);
  const nested = compareNested(pair, change, options, comparing);
  const diff = { name, stack, sameStacks, from, to, change, consequences: judged(change, acceptances) };
  return {
    diffs: [diff, ...nested.flatMap(({ diffs }) => diffs)],
    failed: nested.flatMap(({ failed }) => failed),
  };
};

/** A template that is removed: its stack is not touched by that. */
const goneFrom = ({ name, from, to }: TemplatePair, specs: Specs): TemplateDiff => {
  const change = changeBetween(emptySide(), emptySide(), specs);
  return { name, from, to, change, consequences: [], isGone: true };
};

const compareNested = (
  { stack = [], from, to, before, after }: TemplatePair,
  change: Change,
  options: PairOptions,
  comparing: Comparing,
): ComparedPair[] =>
  nestedPairs(change).flatMap(({ before: old, after: now }) => {
    const pair = {
      stack: [...stack, (now ?? old)!.id],
      from,
      to,
      before: old && before && nestedIn(before, old.path),
      after: now && after && nestedIn(after, now.path),
    };
    const shown = (pair.after ?? pair.before)?.name;
    if (shown === undefined) return [];
    const name = withoutRevision(shown);
    const given = { before: givenTo(old, options.before), after: givenTo(now, options.after) };
    const key = JSON.stringify([keyOf(pair.before, given.before), keyOf(pair.after, given.after)]);
    const sameStacks = comparing.compared.get(key);
    if (sameStacks !== undefined) {
      sameStacks.push(pair.stack);
      return [];
    }
    if (comparing.compared.size >= mostCompared) {
      return [{ diffs: [], failed: [{ name, problems: [withoutPlace(TooMany())] }] }];
    }
    const others: (readonly string[])[] = [];
    comparing.compared.set(key, others);
    return [compareWithin({ ...pair, name }, given, comparing, others)];
  });

/** What a nested stack is made of. */
const keyOf = (template: TemplateAt | undefined, { parameters = {}, passed }: SideOptions): Json =>
  template === undefined ? null : [template.name, parameters, [...(passed ?? [])]];

const givenTo = (stack: NestedStack | undefined, options: SideOptions): SideOptions =>
  stack
    ? { ...options, parameters: { ...sharedValues(options.parameters), ...stack.parameters }, passed: stack.passed }
    : options;

const inputOf = (template: TemplateAt | undefined, options: SideOptions): SideInput | undefined =>
  template && {
    document: documentOf(template),
    options: { ...options, path: template.name, reader: template.reader },
  };
