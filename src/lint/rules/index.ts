import type { Rule } from '../../model/rule.ts';
import { cfnAllowedValue } from './cfn-allowed-value.ts';
import { cfnMissingProperty } from './cfn-missing-property.ts';
import { cfnPropertyType } from './cfn-property-type.ts';
import { cfnUndefinedReference } from './cfn-undefined-reference.ts';
import { cfnUnknownAttribute } from './cfn-unknown-attribute.ts';
import { cfnUnknownProperty } from './cfn-unknown-property.ts';
import { cfnUnusedCondition } from './cfn-unused-condition.ts';
import { cfnUnusedMapping } from './cfn-unused-mapping.ts';
import { cfnUnusedParameter } from './cfn-unused-parameter.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaTimeoutRange } from './lambda-timeout-range.ts';

/** Every built-in rule, by id. */
export const rules: readonly Rule[] = [
  cfnAllowedValue,
  cfnMissingProperty,
  cfnPropertyType,
  cfnUndefinedReference,
  cfnUnknownAttribute,
  cfnUnknownProperty,
  cfnUnusedCondition,
  cfnUnusedMapping,
  cfnUnusedParameter,
  lambdaLayersMax,
  lambdaTimeoutRange,
];
