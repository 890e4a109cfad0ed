import type { Rule } from '../../model/rule.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaTimeoutRange } from './lambda-timeout-range.ts';

/** Every built-in rule. */
export const rules: readonly Rule[] = [lambdaLayersMax, lambdaTimeoutRange];
