import { type Fallback, lower, raise } from '../../src/index.ts';
import type { Case } from './cases.ts';
import { type Lines, linesIn } from './lines.ts';
import { type Outcome, runForm } from './run.ts';

/** What the compact spec makes of the cases that expand. */
export interface SpecScore {
  readonly outcomes: readonly Outcome[];
  /** SAM resources by type: all of them, and those that fell back to `resources`. */
  readonly resources: ReadonlyMap<string, { readonly all: number; readonly fallen: number }>;
  /** The lines of each case of 40 lines or more. */
  readonly lines: readonly Lines[];
}

/** Turns each case that expands into the compact spec, and expands it from there, and from the SAM that it lowers to. */
export const runSpec = (cases: readonly Case[]): SpecScore => {
  const outcomes: Outcome[] = [];
  const resources = new Map<string, { all: number; fallen: number }>();
  const lines: Lines[] = [];
  for (const each of cases.filter(({ faults }) => faults === undefined)) {
    const { text, fallbacks, problems } = raise(each.template, { path: each.file });
    const failure = text === undefined ? problems.map(({ message }) => message).join(' ') : undefined;
    const sam = text === undefined ? undefined : lower(text).text;
    outcomes.push(...outcomesOf('compact', { ...each, template: text ?? '' }, failure));
    outcomes.push(...outcomesOf('lowered', { ...each, template: sam ?? '' }, failure));
    count(each, fallbacks, resources);
    if (text !== undefined && each.template.split('\n').length > 40) lines.push(linesIn(each, text));
  }
  return { outcomes, resources, lines };
};

const outcomesOf = (kind: 'compact' | 'lowered', each: Case, failure: string | undefined): Outcome[] =>
  runForm(each, 'text').map((outcome) => ({ ...outcome, kind, failure: failure ?? outcome.failure }));

const count = (
  { template }: Case,
  fallbacks: readonly Fallback[],
  resources: Map<string, { all: number; fallen: number }>,
): void => {
  for (const [, type] of template.matchAll(/^\s+['"]?Type['"]?:\s*['"]?(AWS::Serverless::\w+)/gm)) {
    const score = resources.get(type!) ?? { all: 0, fallen: 0 };
    score.all++;
    resources.set(type!, score);
  }
  for (const { type, to } of fallbacks) {
    const score = resources.get(type);
    if (to === 'resources' && score) score.fallen++;
  }
};
