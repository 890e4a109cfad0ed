import type { Rule } from '../../model/rule.ts';
import { accessEncryptionKey } from './access-encryption-key.ts';
import { accessFunctionPermission } from './access-function-permission.ts';
import { accessResourcePolicy } from './access-resource-policy.ts';
import { accessRoleAction } from './access-role-action.ts';
import { accessRoleMissing } from './access-role-missing.ts';
import { accessRoleTrust } from './access-role-trust.ts';
import { acmValidationDomain } from './acm-validation-domain.ts';
import { apigwAccessLogs } from './apigw-access-logs.ts';
import { apigwApiKeyOnly } from './apigw-api-key-only.ts';
import { apigwApiKeyUsagePlan } from './apigw-api-key-usage-plan.ts';
import { apigwAuthorizerTtl } from './apigw-authorizer-ttl.ts';
import { apigwAuthorizerType } from './apigw-authorizer-type.ts';
import { apigwBasePath } from './apigw-base-path.ts';
import { apigwCacheCluster } from './apigw-cache-cluster.ts';
import { apigwCacheTtl } from './apigw-cache-ttl.ts';
import { apigwCanaryPercent } from './apigw-canary-percent.ts';
import { apigwDataTrace } from './apigw-data-trace.ts';
import { apigwDeploymentMethods } from './apigw-deployment-methods.ts';
import { apigwFunctionTimeout } from './apigw-function-timeout.ts';
import { apigwFunctionUri } from './apigw-function-uri.ts';
import { apigwIdentitySource } from './apigw-identity-source.ts';
import { apigwIntegrationRole } from './apigw-integration-role.ts';
import { apigwIntegrationTimeout } from './apigw-integration-timeout.ts';
import { apigwLambdaMethod } from './apigw-lambda-method.ts';
import { apigwMappingQuotes } from './apigw-mapping-quotes.ts';
import { apigwMethodResponse } from './apigw-method-response.ts';
import { apigwNoAuth } from './apigw-no-auth.ts';
import { apigwNoIntegration } from './apigw-no-integration.ts';
import { apigwPath } from './apigw-path.ts';
import { apigwPreflightAuth } from './apigw-preflight-auth.ts';
import { apigwPrivatePolicy } from './apigw-private-policy.ts';
import { apigwResourcesMax } from './apigw-resources-max.ts';
import { apigwRouteSettings } from './apigw-route-settings.ts';
import { apigwStageAsText } from './apigw-stage-as-text.ts';
import { apigwStageTwice } from './apigw-stage-twice.ts';
import { apigwStageVariables } from './apigw-stage-variables.ts';
import { arnShape } from './arn-shape.ts';
import { autoscalingDimension } from './autoscaling-dimension.ts';
import { autoscalingWait } from './autoscaling-wait.ts';
import { cfnAllowedValue } from './cfn-allowed-value.ts';
import { cfnCircularDependency } from './cfn-circular-dependency.ts';
import { cfnConditionalReference } from './cfn-conditional-reference.ts';
import { cfnCustomResourceToken } from './cfn-custom-resource-token.ts';
import { cfnDeletionPolicy } from './cfn-deletion-policy.ts';
import { cfnDifferentParents } from './cfn-different-parents.ts';
import { cfnDuplicateName } from './cfn-duplicate-name.ts';
import { cfnDynamicReference } from './cfn-dynamic-reference.ts';
import { cfnExportName } from './cfn-export-name.ts';
import { cfnFunctionArguments } from './cfn-function-arguments.ts';
import { cfnFunctionNesting } from './cfn-function-nesting.ts';
import { cfnFunctionPlace } from './cfn-function-place.ts';
import { cfnHeader } from './cfn-header.ts';
import { cfnInit } from './cfn-init.ts';
import { cfnInterface } from './cfn-interface.ts';
import { cfnListOrText } from './cfn-list-or-text.ts';
import { cfnListSize } from './cfn-list-size.ts';
import { cfnLogicalId } from './cfn-logical-id.ts';
import { cfnMapping } from './cfn-mapping.ts';
import { cfnMappingKey } from './cfn-mapping-key.ts';
import { cfnMissingProperty } from './cfn-missing-property.ts';
import { cfnMissingSub } from './cfn-missing-sub.ts';
import { cfnMixedFunction } from './cfn-mixed-function.ts';
import { cfnNameCharacters } from './cfn-name-characters.ts';
import { cfnNameTwice } from './cfn-name-twice.ts';
import { cfnNestedParameters } from './cfn-nested-parameters.ts';
import { cfnNullValue } from './cfn-null-value.ts';
import { cfnNumberOrder } from './cfn-number-order.ts';
import { cfnParameter } from './cfn-parameter.ts';
import { cfnParametersOutputsMappingsMax } from './cfn-parameters-outputs-mappings-max.ts';
import { cfnPropertyCombination } from './cfn-property-combination.ts';
import { cfnPropertyType } from './cfn-property-type.ts';
import { cfnPseudoParameterText } from './cfn-pseudo-parameter-text.ts';
import { cfnReferenceKind } from './cfn-reference-kind.ts';
import { cfnRepeatedItem } from './cfn-repeated-item.ts';
import { cfnResourcesMax } from './cfn-resources-max.ts';
import { cfnRetiredService } from './cfn-retired-service.ts';
import { cfnStatefulDeletionPolicy } from './cfn-stateful-deletion-policy.ts';
import { cfnStructure } from './cfn-structure.ts';
import { cfnTemplateSize } from './cfn-template-size.ts';
import { cfnUndefinedReference } from './cfn-undefined-reference.ts';
import { cfnUnknownAttribute } from './cfn-unknown-attribute.ts';
import { cfnUnknownFunction } from './cfn-unknown-function.ts';
import { cfnUnknownKey } from './cfn-unknown-key.ts';
import { cfnUnknownProperty } from './cfn-unknown-property.ts';
import { cfnUnknownType } from './cfn-unknown-type.ts';
import { cfnUnusedCondition } from './cfn-unused-condition.ts';
import { cfnUnusedMapping } from './cfn-unused-mapping.ts';
import { cfnUnusedParameter } from './cfn-unused-parameter.ts';
import { cfnUnusedVariable } from './cfn-unused-variable.ts';
import { cfnUpdatePolicy } from './cfn-update-policy.ts';
import { cfnValueLength } from './cfn-value-length.ts';
import { cfnValuePattern } from './cfn-value-pattern.ts';
import { cfnValueRange } from './cfn-value-range.ts';
import { cloudfrontAliasName } from './cloudfront-alias-name.ts';
import { cloudfrontBehaviors } from './cloudfront-behaviors.ts';
import { cloudfrontFunctionLimits } from './cloudfront-function-limits.ts';
import { cloudfrontOriginId } from './cloudfront-origin-id.ts';
import { cloudfrontRootObject } from './cloudfront-root-object.ts';
import { cloudfrontUrlOrigin } from './cloudfront-url-origin.ts';
import { cloudwatchAlarmPeriod } from './cloudwatch-alarm-period.ts';
import { cloudwatchAlarmRule } from './cloudwatch-alarm-rule.ts';
import { cloudwatchDashboardJson } from './cloudwatch-dashboard-json.ts';
import { cloudwatchDimension } from './cloudwatch-dimension.ts';
import { cloudwatchMetricMath } from './cloudwatch-metric-math.ts';
import { codedeployBypassed } from './codedeploy-bypassed.ts';
import { codedeployCustomConfig } from './codedeploy-custom-config.ts';
import { codedeployEnabled } from './codedeploy-enabled.ts';
import { codedeployHook } from './codedeploy-hook.ts';
import { codedeployNeedsAlias } from './codedeploy-needs-alias.ts';
import { codedeployNoAlarm } from './codedeploy-no-alarm.ts';
import { codedeployType } from './codedeploy-type.ts';
import { codepipelineAction } from './codepipeline-action.ts';
import { codepipelineArtifacts } from './codepipeline-artifacts.ts';
import { codepipelineStages } from './codepipeline-stages.ts';
import { cognitoCallbackUrl } from './cognito-callback-url.ts';
import { cognitoClientFlows } from './cognito-client-flows.ts';
import { cognitoClientNames } from './cognito-client-names.ts';
import { cognitoIdentityProviders } from './cognito-identity-providers.ts';
import { cognitoMfa } from './cognito-mfa.ts';
import { cognitoTokenValidity } from './cognito-token-validity.ts';
import { corsOrigin } from './cors-origin.ts';
import { dynamodbBillingMode } from './dynamodb-billing-mode.ts';
import { dynamodbGlobalTable } from './dynamodb-global-table.ts';
import { dynamodbIndexes } from './dynamodb-indexes.ts';
import { dynamodbReplicaRegion } from './dynamodb-replica-region.ts';
import { ec2LaunchImage } from './ec2-launch-image.ts';
import { ec2PrimaryAddress } from './ec2-primary-address.ts';
import { ec2UserData } from './ec2-user-data.ts';
import { ecsContainers } from './ecs-containers.ts';
import { ecsFargate } from './ecs-fargate.ts';
import { ecsHostPort } from './ecs-host-port.ts';
import { ecsService } from './ecs-service.ts';
import { ecsTargetNetwork } from './ecs-target-network.ts';
import { ecsTaskNames } from './ecs-task-names.ts';
import { edgeCertificateRegion } from './edge-certificate-region.ts';
import { edgeFunctionVersion } from './edge-function-version.ts';
import { edgeLimits } from './edge-limits.ts';
import { edgeUnsupportedFeatures } from './edge-unsupported-features.ts';
import { eksNodeArchitecture } from './eks-node-architecture.ts';
import { eksSubnets } from './eks-subnets.ts';
import { elasticacheFailover } from './elasticache-failover.ts';
import { elbAttribute } from './elb-attribute.ts';
import { elbListenerProtocol } from './elb-listener-protocol.ts';
import { elbRuleValues } from './elb-rule-values.ts';
import { elbSubnets } from './elb-subnets.ts';
import { esmBatchSize } from './esm-batch-size.ts';
import { esmBatchWindowRange } from './esm-batch-window-range.ts';
import { esmBatchWindowRequired } from './esm-batch-window-required.ts';
import { esmDynamodbStreamDisabled } from './esm-dynamodb-stream-disabled.ts';
import { esmFilterCriteria } from './esm-filter-criteria.ts';
import { esmOnfailureTarget } from './esm-onfailure-target.ts';
import { esmParallelizationFactor } from './esm-parallelization-factor.ts';
import { esmPartialBatch } from './esm-partial-batch.ts';
import { esmProvisionedPoller } from './esm-provisioned-poller.ts';
import { esmRetryRange } from './esm-retry-range.ts';
import { esmSqsMaxReceiveCount } from './esm-sqs-max-receive-count.ts';
import { esmSqsMaximumConcurrency } from './esm-sqs-maximum-concurrency.ts';
import { esmSqsNoDlq } from './esm-sqs-no-dlq.ts';
import { esmSqsReservedConcurrency } from './esm-sqs-reserved-concurrency.ts';
import { esmSqsVisibility6x } from './esm-sqs-visibility-6x.ts';
import { esmSqsVisibilityMin } from './esm-sqs-visibility-min.ts';
import { esmStartingPosition } from './esm-starting-position.ts';
import { esmStreamOnlyProperty } from './esm-stream-only-property.ts';
import { esmStreamUnboundedRetry } from './esm-stream-unbounded-retry.ts';
import { eventsAwsSourceBus } from './events-aws-source-bus.ts';
import { eventsInputTransformer } from './events-input-transformer.ts';
import { eventsPatternContent } from './events-pattern-content.ts';
import { eventsPatternSize } from './events-pattern-size.ts';
import { eventsRetryPolicy } from './events-retry-policy.ts';
import { eventsRulesPerBus } from './events-rules-per-bus.ts';
import { eventsScheduleExpression } from './events-schedule-expression.ts';
import { eventsTargetFifo } from './events-target-fifo.ts';
import { eventsTargetInputExclusive } from './events-target-input-exclusive.ts';
import { eventsTargetsMax } from './events-targets-max.ts';
import { firehosePartitioning } from './firehose-partitioning.ts';
import { firehosePrefix } from './firehose-prefix.ts';
import { hardcodedSecret } from './hardcoded-secret.ts';
import { httpapiEndpointType } from './httpapi-endpoint-type.ts';
import { httpapiIntegration } from './httpapi-integration.ts';
import { httpapiJwtAuthorizer } from './httpapi-jwt-authorizer.ts';
import { httpapiNoApiKeys } from './httpapi-no-api-keys.ts';
import { httpapiNoWafOrResourcePolicy } from './httpapi-no-waf-or-resource-policy.ts';
import { httpapiNoXrayOrExecutionLogs } from './httpapi-no-xray-or-execution-logs.ts';
import { iamGithubTrust } from './iam-github-trust.ts';
import { iamInlinePolicySize } from './iam-inline-policy-size.ts';
import { iamManagedPoliciesMax } from './iam-managed-policies-max.ts';
import { iamManagedPolicyArn } from './iam-managed-policy-arn.ts';
import { iamNameLength } from './iam-name-length.ts';
import { iamPolicyDocument } from './iam-policy-document.ts';
import { iamStatementTarget } from './iam-statement-target.ts';
import { iamUnknownAction } from './iam-unknown-action.ts';
import { iamWildcard } from './iam-wildcard.ts';
import { kmsKeyPolicy } from './kms-key-policy.ts';
import { lambdaAliasName } from './lambda-alias-name.ts';
import { lambdaAliasVersion } from './lambda-alias-version.ts';
import { lambdaAliasWeights } from './lambda-alias-weights.ts';
import { lambdaArchitectures } from './lambda-architectures.ts';
import { lambdaArm64Runtime } from './lambda-arm64-runtime.ts';
import { lambdaAsyncNoDlq } from './lambda-async-no-dlq.ts';
import { lambdaCodeMissing } from './lambda-code-missing.ts';
import { lambdaCodeS3NoVersion } from './lambda-code-s3-no-version.ts';
import { lambdaDescriptionLength } from './lambda-description-length.ts';
import { lambdaDestinationType } from './lambda-destination-type.ts';
import { lambdaDlqOnSqsConsumer } from './lambda-dlq-on-sqs-consumer.ts';
import { lambdaDlqTarget } from './lambda-dlq-target.ts';
import { lambdaDurableConfig } from './lambda-durable-config.ts';
import { lambdaEfsConfig } from './lambda-efs-config.ts';
import { lambdaEfsRequiresVpc } from './lambda-efs-requires-vpc.ts';
import { lambdaEnvNameFormat } from './lambda-env-name-format.ts';
import { lambdaEnvReservedName } from './lambda-env-reserved-name.ts';
import { lambdaEnvSecretNoCmk } from './lambda-env-secret-no-cmk.ts';
import { lambdaEnvSize } from './lambda-env-size.ts';
import { lambdaEphemeralStorageRange } from './lambda-ephemeral-storage-range.ts';
import { lambdaEventInvokeRange } from './lambda-event-invoke-range.ts';
import { lambdaFunctionName } from './lambda-function-name.ts';
import { lambdaHandlerFile } from './lambda-handler-file.ts';
import { lambdaHandlerFormat } from './lambda-handler-format.ts';
import { lambdaImageExclusions } from './lambda-image-exclusions.ts';
import { lambdaImageSize } from './lambda-image-size.ts';
import { lambdaInlineCode } from './lambda-inline-code.ts';
import { lambdaInlineDependencies } from './lambda-inline-dependencies.ts';
import { lambdaLayerArnVersioned } from './lambda-layer-arn-versioned.ts';
import { lambdaLayerCompat } from './lambda-layer-compat.ts';
import { lambdaLayersMax } from './lambda-layers-max.ts';
import { lambdaLogRetention } from './lambda-log-retention.ts';
import { lambdaLoggingConfig } from './lambda-logging-config.ts';
import { lambdaMemoryDefault } from './lambda-memory-default.ts';
import { lambdaMemoryRange } from './lambda-memory-range.ts';
import { lambdaPackageUnzippedSize } from './lambda-package-unzipped-size.ts';
import { lambdaPackageZipSize } from './lambda-package-zip-size.ts';
import { lambdaPermissionAction } from './lambda-permission-action.ts';
import { lambdaPermissionBucketArn } from './lambda-permission-bucket-arn.ts';
import { lambdaPermissionPrincipal } from './lambda-permission-principal.ts';
import { lambdaPermissionPrincipalMismatch } from './lambda-permission-principal-mismatch.ts';
import { lambdaPermissionPublic } from './lambda-permission-public.ts';
import { lambdaPermissionSource } from './lambda-permission-source.ts';
import { lambdaPreferDestinations } from './lambda-prefer-destinations.ts';
import { lambdaProvisionedConcurrencyAlias } from './lambda-provisioned-concurrency-alias.ts';
import { lambdaProvisionedExceedsReserved } from './lambda-provisioned-exceeds-reserved.ts';
import { lambdaRdsNoProxy } from './lambda-rds-no-proxy.ts';
import { lambdaRecursionResource } from './lambda-recursion-resource.ts';
import { lambdaRecursionSelf } from './lambda-recursion-self.ts';
import { lambdaRecursiveLoopAllow } from './lambda-recursive-loop-allow.ts';
import { lambdaReservedConcurrencyAccount } from './lambda-reserved-concurrency-account.ts';
import { lambdaReservedConcurrencyZero } from './lambda-reserved-concurrency-zero.ts';
import { lambdaRoleEventSource } from './lambda-role-event-source.ts';
import { lambdaRoleLogs } from './lambda-role-logs.ts';
import { lambdaRoleTrust } from './lambda-role-trust.ts';
import { lambdaRoleVpc } from './lambda-role-vpc.ts';
import { lambdaRuntimeDeprecated } from './lambda-runtime-deprecated.ts';
import { lambdaRuntimeUnknown } from './lambda-runtime-unknown.ts';
import { lambdaSharedRole } from './lambda-shared-role.ts';
import { lambdaSnapstartIncompatible } from './lambda-snapstart-incompatible.ts';
import { lambdaSnapstartNeedsVersion } from './lambda-snapstart-needs-version.ts';
import { lambdaSnapstartRuntime } from './lambda-snapstart-runtime.ts';
import { lambdaTimeoutRange } from './lambda-timeout-range.ts';
import { lambdaTracingPermission } from './lambda-tracing-permission.ts';
import { lambdaUrlAuthNone } from './lambda-url-auth-none.ts';
import { lambdaUrlCors } from './lambda-url-cors.ts';
import { lambdaUrlNonePermission } from './lambda-url-none-permission.ts';
import { lambdaUrlPermission } from './lambda-url-permission.ts';
import { lambdaUrlQualifier } from './lambda-url-qualifier.ts';
import { lambdaVersionUnmoved } from './lambda-version-unmoved.ts';
import { lambdaVpcNoEgress } from './lambda-vpc-no-egress.ts';
import { lambdaVpcPublicSubnet } from './lambda-vpc-public-subnet.ts';
import { lambdaVpcSingleAz } from './lambda-vpc-single-az.ts';
import { lambdaVpcSubnetsAndSgs } from './lambda-vpc-subnets-and-sgs.ts';
import { lambdaZipRequiresHandlerRuntime } from './lambda-zip-requires-handler-runtime.ts';
import { logsFilterGroup } from './logs-filter-group.ts';
import { logsFilterPattern } from './logs-filter-pattern.ts';
import { logsSubscriptionFilters } from './logs-subscription-filters.ts';
import { mskBrokerNodes } from './msk-broker-nodes.ts';
import { opensearchDataNodes } from './opensearch-data-nodes.ts';
import { paramNoecho } from './param-noecho.ts';
import { pipesParameters } from './pipes-parameters.ts';
import { rdsClusterMember } from './rds-cluster-member.ts';
import { rdsMasterUsername } from './rds-master-username.ts';
import { rdsParameterGroup } from './rds-parameter-group.ts';
import { rdsServerlessCluster } from './rds-serverless-cluster.ts';
import { rdsStorageLeast } from './rds-storage-least.ts';
import { rdsWindows } from './rds-windows.ts';
import { route53Record } from './route53-record.ts';
import { route53RecordValue } from './route53-record-value.ts';
import { s3AclOwnership } from './s3-acl-ownership.ts';
import { s3BucketPolicy } from './s3-bucket-policy.ts';
import { s3FilterWildcard } from './s3-filter-wildcard.ts';
import { s3LifecycleDays } from './s3-lifecycle-days.ts';
import { s3NotificationOverlap } from './s3-notification-overlap.ts';
import { s3NotificationTarget } from './s3-notification-target.ts';
import { samApiIdText } from './sam-api-id-text.ts';
import { samDefinitionFile } from './sam-definition-file.ts';
import { samGlobalsIf } from './sam-globals-if.ts';
import { samImplicitApiId } from './sam-implicit-api-id.ts';
import { samNoEffect } from './sam-no-effect.ts';
import { samPolicyParameter } from './sam-policy-parameter.ts';
import { samTransformMissing } from './sam-transform-missing.ts';
import { samUnknownKey } from './sam-unknown-key.ts';
import { scheduleTimeZone } from './schedule-time-zone.ts';
import { schedulerFlexibleWindow } from './scheduler-flexible-window.ts';
import { schedulerUniversalTarget } from './scheduler-universal-target.ts';
import { secretHostedRotation } from './secret-hosted-rotation.ts';
import { secretRotation } from './secret-rotation.ts';
import { secretTargetType } from './secret-target-type.ts';
import { secretTemplate } from './secret-template.ts';
import { sfnCallbackTimeout } from './sfn-callback-timeout.ts';
import { sfnDefinitionSize } from './sfn-definition-size.ts';
import { sfnExpressDuration } from './sfn-express-duration.ts';
import { sfnExpressLogging } from './sfn-express-logging.ts';
import { sfnExpressPatterns } from './sfn-express-patterns.ts';
import { sfnIntegration } from './sfn-integration.ts';
import { sfnIntegrationPattern } from './sfn-integration-pattern.ts';
import { sfnLoggingPermission } from './sfn-logging-permission.ts';
import { sfnStructure } from './sfn-structure.ts';
import { sfnSubstitution } from './sfn-substitution.ts';
import { snsEndpoint } from './sns-endpoint.ts';
import { snsFifoLambda } from './sns-fifo-lambda.ts';
import { snsFifoQueue } from './sns-fifo-queue.ts';
import { snsFilterPolicy } from './sns-filter-policy.ts';
import { snsSubscriptionNoDlq } from './sns-subscription-no-dlq.ts';
import { sqsAttributeRange } from './sqs-attribute-range.ts';
import { sqsDlqRetention } from './sqs-dlq-retention.ts';
import { sqsDlqType } from './sqs-dlq-type.ts';
import { sqsFifoConsistency } from './sqs-fifo-consistency.ts';
import { sqsRedriveKeys } from './sqs-redrive-keys.ts';
import { ssmDocument } from './ssm-document.ts';
import { stacksetTargets } from './stackset-targets.ts';
import { tagsKeys } from './tags-keys.ts';
import { vpcAddressRange } from './vpc-address-range.ts';
import { vpcEndpointDns } from './vpc-endpoint-dns.ts';
import { vpcEndpointService } from './vpc-endpoint-service.ts';
import { vpcGatewayAttachment } from './vpc-gateway-attachment.ts';
import { wafv2Action } from './wafv2-action.ts';
import { wafv2LogDestination } from './wafv2-log-destination.ts';
import { wafv2Priority } from './wafv2-priority.ts';
import { wafv2Scope } from './wafv2-scope.ts';
import { yamlUnquoted } from './yaml-unquoted.ts';

/** Every built-in rule, by id. */
export const rules: readonly Rule[] = [
  accessEncryptionKey,
  accessFunctionPermission,
  accessResourcePolicy,
  accessRoleAction,
  accessRoleMissing,
  accessRoleTrust,
  acmValidationDomain,
  apigwAccessLogs,
  apigwApiKeyOnly,
  apigwApiKeyUsagePlan,
  apigwAuthorizerTtl,
  apigwAuthorizerType,
  apigwBasePath,
  apigwCacheCluster,
  apigwCacheTtl,
  apigwCanaryPercent,
  apigwDataTrace,
  apigwDeploymentMethods,
  apigwFunctionTimeout,
  apigwFunctionUri,
  apigwIdentitySource,
  apigwIntegrationRole,
  apigwIntegrationTimeout,
  apigwLambdaMethod,
  apigwMappingQuotes,
  apigwMethodResponse,
  apigwNoAuth,
  apigwNoIntegration,
  apigwPath,
  apigwPreflightAuth,
  apigwPrivatePolicy,
  apigwResourcesMax,
  apigwRouteSettings,
  apigwStageAsText,
  apigwStageTwice,
  apigwStageVariables,
  arnShape,
  autoscalingDimension,
  autoscalingWait,
  cfnAllowedValue,
  cfnCircularDependency,
  cfnConditionalReference,
  cfnCustomResourceToken,
  cfnDeletionPolicy,
  cfnDifferentParents,
  cfnDuplicateName,
  cfnDynamicReference,
  cfnExportName,
  cfnFunctionArguments,
  cfnFunctionNesting,
  cfnFunctionPlace,
  cfnHeader,
  cfnInit,
  cfnInterface,
  cfnListOrText,
  cfnListSize,
  cfnLogicalId,
  cfnMapping,
  cfnMappingKey,
  cfnMissingProperty,
  cfnMissingSub,
  cfnMixedFunction,
  cfnNameCharacters,
  cfnNameTwice,
  cfnNestedParameters,
  cfnNullValue,
  cfnNumberOrder,
  cfnParameter,
  cfnParametersOutputsMappingsMax,
  cfnPropertyCombination,
  cfnPropertyType,
  cfnPseudoParameterText,
  cfnReferenceKind,
  cfnRepeatedItem,
  cfnResourcesMax,
  cfnRetiredService,
  cfnStatefulDeletionPolicy,
  cfnStructure,
  cfnTemplateSize,
  cfnUndefinedReference,
  cfnUnknownAttribute,
  cfnUnknownFunction,
  cfnUnknownKey,
  cfnUnknownProperty,
  cfnUnknownType,
  cfnUnusedCondition,
  cfnUnusedMapping,
  cfnUnusedParameter,
  cfnUnusedVariable,
  cfnUpdatePolicy,
  cfnValueLength,
  cfnValuePattern,
  cfnValueRange,
  cloudfrontAliasName,
  cloudfrontBehaviors,
  cloudfrontFunctionLimits,
  cloudfrontOriginId,
  cloudfrontRootObject,
  cloudfrontUrlOrigin,
  cloudwatchAlarmPeriod,
  cloudwatchAlarmRule,
  cloudwatchDashboardJson,
  cloudwatchDimension,
  cloudwatchMetricMath,
  codedeployBypassed,
  codedeployCustomConfig,
  codedeployEnabled,
  codedeployHook,
  codedeployNeedsAlias,
  codedeployNoAlarm,
  codedeployType,
  codepipelineAction,
  codepipelineArtifacts,
  codepipelineStages,
  cognitoCallbackUrl,
  cognitoClientFlows,
  cognitoClientNames,
  cognitoIdentityProviders,
  cognitoMfa,
  cognitoTokenValidity,
  corsOrigin,
  dynamodbBillingMode,
  dynamodbGlobalTable,
  dynamodbIndexes,
  dynamodbReplicaRegion,
  ec2LaunchImage,
  ec2PrimaryAddress,
  ec2UserData,
  ecsContainers,
  ecsFargate,
  ecsHostPort,
  ecsService,
  ecsTargetNetwork,
  ecsTaskNames,
  edgeCertificateRegion,
  edgeFunctionVersion,
  edgeLimits,
  edgeUnsupportedFeatures,
  eksNodeArchitecture,
  eksSubnets,
  elasticacheFailover,
  elbAttribute,
  elbListenerProtocol,
  elbRuleValues,
  elbSubnets,
  esmBatchSize,
  esmBatchWindowRange,
  esmBatchWindowRequired,
  esmDynamodbStreamDisabled,
  esmFilterCriteria,
  esmOnfailureTarget,
  esmParallelizationFactor,
  esmPartialBatch,
  esmProvisionedPoller,
  esmRetryRange,
  esmSqsMaxReceiveCount,
  esmSqsMaximumConcurrency,
  esmSqsNoDlq,
  esmSqsReservedConcurrency,
  esmSqsVisibility6x,
  esmSqsVisibilityMin,
  esmStartingPosition,
  esmStreamOnlyProperty,
  esmStreamUnboundedRetry,
  eventsAwsSourceBus,
  eventsInputTransformer,
  eventsPatternContent,
  eventsPatternSize,
  eventsRetryPolicy,
  eventsRulesPerBus,
  eventsScheduleExpression,
  eventsTargetFifo,
  eventsTargetInputExclusive,
  eventsTargetsMax,
  firehosePartitioning,
  firehosePrefix,
  hardcodedSecret,
  httpapiEndpointType,
  httpapiIntegration,
  httpapiJwtAuthorizer,
  httpapiNoApiKeys,
  httpapiNoWafOrResourcePolicy,
  httpapiNoXrayOrExecutionLogs,
  iamGithubTrust,
  iamInlinePolicySize,
  iamManagedPoliciesMax,
  iamManagedPolicyArn,
  iamNameLength,
  iamPolicyDocument,
  iamStatementTarget,
  iamUnknownAction,
  iamWildcard,
  kmsKeyPolicy,
  lambdaAliasName,
  lambdaAliasVersion,
  lambdaAliasWeights,
  lambdaArchitectures,
  lambdaArm64Runtime,
  lambdaAsyncNoDlq,
  lambdaCodeMissing,
  lambdaCodeS3NoVersion,
  lambdaDescriptionLength,
  lambdaDestinationType,
  lambdaDlqOnSqsConsumer,
  lambdaDlqTarget,
  lambdaDurableConfig,
  lambdaEfsConfig,
  lambdaEfsRequiresVpc,
  lambdaEnvNameFormat,
  lambdaEnvReservedName,
  lambdaEnvSecretNoCmk,
  lambdaEnvSize,
  lambdaEphemeralStorageRange,
  lambdaEventInvokeRange,
  lambdaFunctionName,
  lambdaHandlerFile,
  lambdaHandlerFormat,
  lambdaImageExclusions,
  lambdaImageSize,
  lambdaInlineCode,
  lambdaInlineDependencies,
  lambdaLayerArnVersioned,
  lambdaLayerCompat,
  lambdaLayersMax,
  lambdaLogRetention,
  lambdaLoggingConfig,
  lambdaMemoryDefault,
  lambdaMemoryRange,
  lambdaPackageUnzippedSize,
  lambdaPackageZipSize,
  lambdaPermissionAction,
  lambdaPermissionPrincipal,
  lambdaPermissionBucketArn,
  lambdaPermissionPrincipalMismatch,
  lambdaPermissionPublic,
  lambdaPermissionSource,
  lambdaPreferDestinations,
  lambdaProvisionedConcurrencyAlias,
  lambdaProvisionedExceedsReserved,
  lambdaRdsNoProxy,
  lambdaRecursionResource,
  lambdaRecursionSelf,
  lambdaRecursiveLoopAllow,
  lambdaReservedConcurrencyAccount,
  lambdaReservedConcurrencyZero,
  lambdaRoleEventSource,
  lambdaRoleLogs,
  lambdaRoleTrust,
  lambdaRoleVpc,
  lambdaRuntimeDeprecated,
  lambdaRuntimeUnknown,
  lambdaSharedRole,
  lambdaSnapstartIncompatible,
  lambdaSnapstartNeedsVersion,
  lambdaSnapstartRuntime,
  lambdaTimeoutRange,
  lambdaTracingPermission,
  lambdaUrlAuthNone,
  lambdaUrlCors,
  lambdaUrlNonePermission,
  lambdaUrlPermission,
  lambdaUrlQualifier,
  lambdaVersionUnmoved,
  lambdaVpcNoEgress,
  lambdaVpcPublicSubnet,
  lambdaVpcSingleAz,
  lambdaVpcSubnetsAndSgs,
  lambdaZipRequiresHandlerRuntime,
  logsFilterGroup,
  logsFilterPattern,
  logsSubscriptionFilters,
  mskBrokerNodes,
  opensearchDataNodes,
  paramNoecho,
  pipesParameters,
  rdsClusterMember,
  rdsMasterUsername,
  rdsParameterGroup,
  rdsServerlessCluster,
  rdsStorageLeast,
  rdsWindows,
  route53Record,
  route53RecordValue,
  s3AclOwnership,
  s3BucketPolicy,
  s3FilterWildcard,
  s3LifecycleDays,
  s3NotificationOverlap,
  s3NotificationTarget,
  samApiIdText,
  samDefinitionFile,
  samGlobalsIf,
  samImplicitApiId,
  samNoEffect,
  samPolicyParameter,
  samTransformMissing,
  samUnknownKey,
  scheduleTimeZone,
  schedulerFlexibleWindow,
  schedulerUniversalTarget,
  secretHostedRotation,
  secretRotation,
  secretTargetType,
  secretTemplate,
  sfnCallbackTimeout,
  sfnDefinitionSize,
  sfnExpressDuration,
  sfnExpressLogging,
  sfnExpressPatterns,
  sfnIntegration,
  sfnIntegrationPattern,
  sfnLoggingPermission,
  sfnStructure,
  sfnSubstitution,
  snsEndpoint,
  snsFifoLambda,
  snsFifoQueue,
  snsFilterPolicy,
  snsSubscriptionNoDlq,
  sqsAttributeRange,
  sqsDlqRetention,
  sqsDlqType,
  sqsFifoConsistency,
  sqsRedriveKeys,
  ssmDocument,
  stacksetTargets,
  tagsKeys,
  vpcAddressRange,
  vpcEndpointDns,
  vpcEndpointService,
  vpcGatewayAttachment,
  wafv2Action,
  wafv2LogDestination,
  wafv2Priority,
  wafv2Scope,
  yamlUnquoted,
];
