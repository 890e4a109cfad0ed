import { type Acceptance, judged } from '../../diff/accept.ts';
import { changeBetween, loadSide } from '../../diff/index.ts';
import type { TemplateDiff } from '../../diff/report/summary.ts';
import { emptySide } from '../../diff/side.ts';
import type { Problem } from '../../model/problem.ts';
import type { Specs } from '../../model/spec.ts';
import type { ExpandOptions } from '../../transform/index.ts';
import type { TemplatePair } from './pairs.ts';
import { documentOf, type TemplateAt } from './template-at.ts';

/** How the two sides of a pair are expanded. */
export interface SideOptions {
  readonly before: ExpandOptions;
  readonly after: ExpandOptions;
}

/** A pair compared; without `diff` where one of the templates has errors. */
export interface ComparedPair {
  readonly diff: TemplateDiff | undefined;
  readonly problems: readonly Problem[];
}

/** Expands and compares two templates. */
export const comparePair = (
  { name, from, to, before, after }: TemplatePair,
  options: SideOptions,
  acceptances: readonly Acceptance[],
  specs: Specs,
): ComparedPair => {
  const [old, now] = [sideOf(before, options.before, specs), sideOf(after, options.after, specs)];
  const problems = [...old.problems, ...now.problems].filter(({ level }) => level === 'error');
  if (!old.side || !now.side) return { diff: undefined, problems };
  const change = changeBetween(old.side, now.side, specs);
  return { diff: { name, from, to, change, consequences: judged(change, acceptances) }, problems };
};

const sideOf = (template: TemplateAt | undefined, options: ExpandOptions, specs: Specs) => {
  if (!template) return { side: emptySide(), problems: [] };
  const all = { ...options, path: template.name, reader: template.reader };
  return loadSide(documentOf(template), all, specs);
};
