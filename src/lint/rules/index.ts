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
import { lambdaEnvNameFormat } from './lambda-env-name-format.ts';
import { lambdaEnvReservedName } from './lambda-env-reserved-name.ts';
import { lambdaEnvSize } from './lambda-env-size.ts';
import { lambdaEphemeralStorageRange } from './lambda-ephemeral-storage-range.ts';
import { lambdaEventInvokeRange } from './lambda-event-invoke-range.ts';
import { lambdaFunctionName } from './lambda-function-name.ts';
import { lambdaHandlerFormat } from './lambda-handler-format.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaMemoryDefault } from './lambda-memory-default.ts';
import { lambdaMemoryRange } from './lambda-memory-range.ts';
import { lambdaReservedConcurrencyAccount } from './lambda-reserved-concurrency-account.ts';
import { lambdaReservedConcurrencyZero } from './lambda-reserved-concurrency-zero.ts';
import { lambdaSharedRole } from './lambda-shared-role.ts';
import { lambdaTimeoutRange } from './lambda-timeout-range.ts';
import { lambdaZipRequiresHandlerRuntime } from './lambda-zip-requires-handler-runtime.ts';

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
  lambdaEnvNameFormat,
  lambdaEnvReservedName,
  lambdaEnvSize,
  lambdaEphemeralStorageRange,
  lambdaEventInvokeRange,
  lambdaFunctionName,
  lambdaHandlerFormat,
  lambdaLayersMax,
  lambdaMemoryDefault,
  lambdaMemoryRange,
  lambdaReservedConcurrencyAccount,
  lambdaReservedConcurrencyZero,
  lambdaSharedRole,
  lambdaTimeoutRange,
  lambdaZipRequiresHandlerRuntime,
];
