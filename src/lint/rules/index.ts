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
import { lambdaArm64Runtime } from './lambda-arm64-runtime.ts';
import { lambdaAsyncNoDlq } from './lambda-async-no-dlq.ts';
import { lambdaCodeS3NoVersion } from './lambda-code-s3-no-version.ts';
import { lambdaDestinationType } from './lambda-destination-type.ts';
import { lambdaDlqOnSqsConsumer } from './lambda-dlq-on-sqs-consumer.ts';
import { lambdaDlqTarget } from './lambda-dlq-target.ts';
import { lambdaEnvNameFormat } from './lambda-env-name-format.ts';
import { lambdaEnvReservedName } from './lambda-env-reserved-name.ts';
import { lambdaEnvSize } from './lambda-env-size.ts';
import { lambdaEphemeralStorageRange } from './lambda-ephemeral-storage-range.ts';
import { lambdaEventInvokeRange } from './lambda-event-invoke-range.ts';
import { lambdaFunctionName } from './lambda-function-name.ts';
import { lambdaHandlerFormat } from './lambda-handler-format.ts';
import { lambdaImageExclusions } from './lambda-image-exclusions.ts';
import { lambdaImageSize } from './lambda-image-size.ts';
import { lambdaInlineCode } from './lambda-inline-code.ts';
import { lambdaInlineDependencies } from './lambda-inline-dependencies.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaLoggingConfig } from './lambda-logging-config.ts';
import { lambdaMemoryDefault } from './lambda-memory-default.ts';
import { lambdaMemoryRange } from './lambda-memory-range.ts';
import { lambdaPackageUnzippedSize } from './lambda-package-unzipped-size.ts';
import { lambdaPackageZipSize } from './lambda-package-zip-size.ts';
import { lambdaPreferDestinations } from './lambda-prefer-destinations.ts';
import { lambdaProvisionedConcurrencyAlias } from './lambda-provisioned-concurrency-alias.ts';
import { lambdaReservedConcurrencyAccount } from './lambda-reserved-concurrency-account.ts';
import { lambdaReservedConcurrencyZero } from './lambda-reserved-concurrency-zero.ts';
import { lambdaRuntimeDeprecated } from './lambda-runtime-deprecated.ts';
import { lambdaSharedRole } from './lambda-shared-role.ts';
import { lambdaSnapstartIncompatible } from './lambda-snapstart-incompatible.ts';
import { lambdaSnapstartRuntime } from './lambda-snapstart-runtime.ts';
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
  lambdaArm64Runtime,
  lambdaAsyncNoDlq,
  lambdaCodeS3NoVersion,
  lambdaDestinationType,
  lambdaDlqOnSqsConsumer,
  lambdaDlqTarget,
  lambdaEnvNameFormat,
  lambdaEnvReservedName,
  lambdaEnvSize,
  lambdaEphemeralStorageRange,
  lambdaEventInvokeRange,
  lambdaFunctionName,
  lambdaHandlerFormat,
  lambdaImageExclusions,
  lambdaImageSize,
  lambdaInlineCode,
  lambdaInlineDependencies,
  lambdaLayersMax,
  lambdaLoggingConfig,
  lambdaMemoryDefault,
  lambdaMemoryRange,
  lambdaPackageUnzippedSize,
  lambdaPackageZipSize,
  lambdaPreferDestinations,
  lambdaProvisionedConcurrencyAlias,
  lambdaReservedConcurrencyAccount,
  lambdaReservedConcurrencyZero,
  lambdaRuntimeDeprecated,
  lambdaSharedRole,
  lambdaSnapstartIncompatible,
  lambdaSnapstartRuntime,
  lambdaTimeoutRange,
  lambdaZipRequiresHandlerRuntime,
];
