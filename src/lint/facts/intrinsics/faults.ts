import type { Cause } from '../../../model/origin.ts';
import type { Level } from '../../../model/problem.ts';
import type { RuleContext } from '../../../model/rule.ts';

/** One way in which the functions of a template are wrong: which of its rules says so, and how. */
export interface FunctionFault {
  readonly kind: 'arguments' | 'nesting' | 'place';
  readonly messageId: string;
  readonly at: Cause | undefined;
  readonly data: Readonly<Record<string, string | number>>;
  readonly logicalId: string | undefined;
  readonly level?: Level | undefined;
}

/** Reports the faults of one kind, those aside that the transform has told already. */
export const reportFaults = (faults: readonly FunctionFault[], kind: FunctionFault['kind'], cx: RuleContext): void => {
  for (const { kind: found, messageId, at, data, logicalId, level } of faults) {
    if (found !== kind || cx.reported(at)) continue;
    cx.report(messageId, at, { data, logicalId, level });
  }
};
