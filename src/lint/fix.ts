import { applyChanges } from '../edit/index.ts';
import { areRefused, argumentFaults, optionFaults } from '../model/options.ts';
import type { Finding, Problem, Safety } from '../model/problem.ts';
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

/** What one fix changes, another can mend further; more often than this they go round in a circle. */
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
  let text = typeof input === 'string' ? input : new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
  const faults = toProblems([...argumentFaults({ kinds }), ...optionFaults(options)], undefined);
  if (areRefused(faults)) return { text, problems: faults, refused: [] };
  const read = treeReader(options);
  for (let pass = 0; ; pass++) {
    const { document, findings } = check(pass === 0 ? input : text, options);
    const fixable = findings.filter(
      (finding) => finding.fix && kinds.includes(finding.fix.safety) && isWithin(document.source, finding.fix.changes),
    );
    const sets = fixable.map((finding) => finding.fix!.changes);
    const changed = pass < maximumPasses ? applyChanges(text, sets, read) : { text, outcomes: [] };
    if (changed.text === text) {
      // What the language says in another way is no fault of a fix.
      const refused = document.compact ? [] : fixable.filter((_, at) => changed.outcomes[at] === 'wrong');
      const problems = (some: readonly Finding[]) => toProblems(withEdits(some, document, options), options.path);
      return { text, problems: [...faults, ...problems(findings)], refused: problems(refused) };
    }
    text = changed.text;
  }
};
