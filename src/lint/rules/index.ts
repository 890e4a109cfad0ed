import type { Rule } from '../../model/rule.ts';
import { cfnAllowedValue } from './cfn-allowed-value.ts';
import { cfnMissingProperty } from './cfn-missing-property.ts';
import { cfnPropertyType } from './cfn-property-type.ts';
import { cfnUnknownProperty } from './cfn-unknown-property.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaTimeoutRange } from './lambda-timeout-range.ts';

/** Every built-in rule, by id. */
export const rules: readonly Rule[] = [
  cfnAllowedValue,
  cfnMissingProperty,
  cfnPropertyType,
  cfnUnknownProperty,
  lambdaLayersMax,
  lambdaTimeoutRange,
];
