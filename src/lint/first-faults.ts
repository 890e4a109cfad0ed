import { inGroups } from '../model/counted.ts';
import type { Finding } from '../model/problem.ts';

/** More faults of one kind are only counted: such a file is hardly meant as a configuration. */
const most = 100;

/** The findings for the first of some faults, and one that says how many more there are. */
export const firstFaults = <Fault>(faults: readonly Fault[], toFinding: (fault: Fault) => Finding): Finding[] => {
  const findings = faults.slice(0, most).map(toFinding);
  const more = faults.length - most;
  if (more <= 0) return findings;
  const { code, level, span } = findings.at(-1)!;
  return [
    ...findings,
    { code, level, span, text: `The configuration has ${inGroups(more)} more faults of this kind.` },
  ];
};
