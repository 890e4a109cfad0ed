import type { ResourceNode, RuleContext } from '../../../model/rule.ts';
import { isList } from '../../../model/tree.ts';

/** Whether a mapping lets its function say which records failed; true as well where that cannot be told. */
export const reportsItemFailures = (mapping: ResourceNode, cx: RuleContext): boolean =>
  mapping.all('FunctionResponseTypes').some(({ value }) => {
    const types = cx.resolve(value);
    return !isList(types) || types.includes('ReportBatchItemFailures');
  });
