import type { Cause } from '../../../model/origin.ts';
import type { RuleReport } from '../../../model/rule.ts';

/** How the checks of definitions tell what they find. */
export type AslReport = (
  messageId: string,
  at: Cause | undefined,
  data?: Readonly<Record<string, string | number>>,
  more?: Pick<RuleReport, 'level' | 'related'>,
) => void;
