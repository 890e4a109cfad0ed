import { applyChanges, applyTo } from '../edit/index.ts';
import { areRefused, argumentFaults, carriedOut } from '../model/options.ts';
import type { Source, Span } from '../model/origin.ts';
import type { Edit, Finding, Problem, Safety } from '../model/problem.ts';
import { toProblems } from '../report/problems.ts';
import { isWithin, treeReader, withEdits } from './edits.ts';
import { check, type LintOptions } from './lint.ts';

/** A template with its fixes. */
export interface Fixed {
  /** The changed text: a byte-order mark, line breaks, comments and layout are as they were. */
  readonly text: string;
  /** What is found in the changed text. */
  readonly problems: readonly Problem[];
  /** Those of them whose fix was left out, because the changed text would have held other data than intended. */
  readonly refused: readonly Problem[];
}

/** What one fix changes, another can change further; more often than this they go round in a circle. */
const maximumPasses = 10;

/**
 * Applies fixes to the text of a template until no more apply.
 * @param kinds which fixes: only the safe ones where not given
 */
export const fix = (
  input: string | Uint8Array,
  options: LintOptions = {},
  kinds: readonly Safety[] = ['safe'],
): Fixed => {
  const mistakes = toProblems(argumentFaults({ input }), undefined);
  if (areRefused(mistakes)) return { text: '', problems: mistakes, refused: [] };
  const text = typeof input === 'string' ? input : new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
  return carriedOut(
    options,
    argumentFaults({ kinds }),
    (usable, faults) => fixed(input, text, usable, kinds, faults),
    (faults) => ({ text, problems: toProblems(faults, undefined), refused: [] }),
  );
};

const fixed = (
  input: string | Uint8Array,
  given: string,
  options: LintOptions,
  kinds: readonly Safety[],
  faults: readonly Finding[],
): Fixed => {
  let text = given;
  const read = treeReader(options);
  for (let pass = 0; ; pass++) {
    const { document, findings } = check(pass === 0 ? input : text, options);
    const fixable = findings.filter(
      (finding) => finding.fix && kinds.includes(finding.fix.safety) && isWithin(document.source, finding.fix.changes),
    );
    const sets = fixable.map((finding) => finding.fix!.changes);
    const isLast = pass >= maximumPasses;
    const changed = isLast ? { text, outcomes: [] } : applyChanges(text, sets, read, restsOf(fixable, document.source));
    const next = changed.text === text && !isLast ? rewritten(text, fixable, findings, options) : changed.text;
    if (next === text) {
      // What the language says in another way is not a fault of a fix.
      const refused = document.compact ? [] : fixable.filter((_, at) => changed.outcomes[at] === 'wrong');
      const problems = (some: readonly Finding[]) => toProblems(withEdits(some, document, options), options.path);
      return { text, problems: [...toProblems(faults, undefined), ...problems(findings)], refused: problems(refused) };
    }
    text = next;
  }
};

/** How often a text is checked for one pass: each time costs as much as linting it. */
const maximumChecks = 32;

/**
 * The text with what stands in the place of texts of a compact spec. It is checked again: the findings have to be gone,
 * and the language may find no others. (What rules find where they could not run before is another matter.) Those that
 * do not hold together are tried in halves, so that one does not keep the others back.
 */
const rewritten = (
  text: string,
  fixable: readonly Finding[],
  before: readonly Finding[],
  options: LintOptions,
): string => {
  const found = ofLanguage(before).length;
  let checks = 0;
  let kept: readonly Edit[] = [];
  const keep = (edits: readonly Edit[]): void => {
    if (edits.length === 0 || checks++ >= maximumChecks) return;
    const all = [...kept, ...edits];
    if (ofLanguage(check(applyTo(text, all), options).findings).length <= found - all.length) {
      kept = all;
    } else if (edits.length > 1) {
      const middle = Math.ceil(edits.length / 2);
      keep(edits.slice(0, middle));
      keep(edits.slice(middle));
    }
  };
  keep(fixable.flatMap((finding) => (finding.fix?.changes.length === 0 ? (finding.edits?.() ?? []) : [])));
  return applyTo(text, kept);
};

/** What the fixes of findings rest on: the places that they name beside their own. */
const restsOf = (findings: readonly Finding[], source: Source | undefined): readonly (readonly Span[])[] =>
  findings.map(({ related = [] }) => related.filter((span) => span.source === source));

/** Codes of reading YAML and of the compact language. */
const ofLanguage = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => /^(?:spec|yaml)-/.test(code));
