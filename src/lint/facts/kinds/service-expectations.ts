import type { Wanted } from './wanted.ts';
import { arnOf, attributeOf, idOf, idOrArnOf, nameOf, wants } from './wants.ts';

const graph = attributeOf('AWS::AppSync::GraphQLApi', 'ApiId');
const dataSource = attributeOf('AWS::AppSync::DataSource', 'Name');
const deployment = idOf('AWS::ApiGateway::Deployment');
const restApi = idOf('AWS::ApiGateway::RestApi');
const hostedZone = idOf('AWS::Route53::HostedZone');
/** A name that the resource itself is to have, in which ARNs and URLs cannot stand for their `:`. */
const ownName = wants('name', 'id', 'other')();
const secret = arnOf('AWS::SecretsManager::Secret', 'AWS::SecretsManager::SecretTargetAttachment');

const behavior = (path: string): Readonly<Record<string, Wanted>> => ({
  [`DistributionConfig.${path}.CachePolicyId`]: idOf('AWS::CloudFront::CachePolicy'),
  [`DistributionConfig.${path}.OriginRequestPolicyId`]: idOf('AWS::CloudFront::OriginRequestPolicy'),
  [`DistributionConfig.${path}.ResponseHeadersPolicyId`]: idOf('AWS::CloudFront::ResponseHeadersPolicy'),
});

/** What properties of APIs, distributions, zones, keys and secrets take. Sources: the pages of these types in the CloudFormation template reference. */
export const serviceExpectations: Readonly<Record<string, Readonly<Record<string, Wanted>>>> = {
  'AWS::ApiGateway::BasePathMapping': { RestApiId: restApi },
  'AWS::ApiGateway::Method': {
    AuthorizerId: idOf('AWS::ApiGateway::Authorizer'),
    RequestValidatorId: idOf('AWS::ApiGateway::RequestValidator'),
    ResourceId: idOf('AWS::ApiGateway::Resource'),
  },
  'AWS::ApiGateway::Resource': {
    ParentId: {
      forms: new Set(['id']),
      types: ['AWS::ApiGateway::Resource', 'AWS::ApiGateway::RestApi'],
      attributes: { 'AWS::ApiGateway::RestApi': 'RootResourceId' },
    },
  },
  'AWS::ApiGateway::Stage': { DeploymentId: deployment },
  'AWS::ApiGateway::UsagePlan': { 'ApiStages.ApiId': restApi },
  'AWS::ApiGateway::UsagePlanKey': {
    KeyId: idOf('AWS::ApiGateway::ApiKey'),
    UsagePlanId: idOf('AWS::ApiGateway::UsagePlan'),
  },
  'AWS::ApiGatewayV2::Route': { AuthorizerId: idOf('AWS::ApiGatewayV2::Authorizer') },
  'AWS::ApiGatewayV2::Stage': { DeploymentId: idOf('AWS::ApiGatewayV2::Deployment') },
  'AWS::AppSync::ApiKey': { ApiId: graph },
  'AWS::AppSync::DataSource': { ApiId: graph },
  'AWS::AppSync::FunctionConfiguration': { ApiId: graph, DataSourceName: dataSource },
  'AWS::AppSync::GraphQLSchema': { ApiId: graph },
  'AWS::AppSync::Resolver': {
    ApiId: graph,
    DataSourceName: dataSource,
    'PipelineConfig.Functions': attributeOf('AWS::AppSync::FunctionConfiguration', 'FunctionId'),
  },
  'AWS::CloudFormation::CustomResource': { ServiceToken: arnOf() },
  'AWS::CloudFront::Distribution': {
    ...behavior('CacheBehaviors'),
    ...behavior('DefaultCacheBehavior'),
    'DistributionConfig.Origins.DomainName': { forms: new Set(['domain']), types: [] },
    'DistributionConfig.Origins.OriginAccessControlId': idOf('AWS::CloudFront::OriginAccessControl'),
    'DistributionConfig.Origins.S3OriginConfig.OriginAccessIdentity': {
      forms: new Set(['other']),
      types: ['AWS::CloudFront::CloudFrontOriginAccessIdentity'],
      prefix: 'origin-access-identity/cloudfront/',
    },
  },
  'AWS::KMS::Alias': { TargetKeyId: idOrArnOf('AWS::KMS::Key', 'AWS::KMS::ReplicaKey') },
  'AWS::IAM::Role': { RoleName: ownName },
  'AWS::Lambda::Function': { 'LoggingConfig.LogGroup': nameOf('AWS::Logs::LogGroup') },
  'AWS::Logs::LogGroup': { KmsKeyId: arnOf('AWS::KMS::Key', 'AWS::KMS::ReplicaKey') },
  'AWS::Logs::LogStream': { LogGroupName: nameOf('AWS::Logs::LogGroup') },
  'AWS::Logs::MetricFilter': { LogGroupName: nameOf('AWS::Logs::LogGroup') },
  'AWS::Logs::SubscriptionFilter': { LogGroupName: nameOf('AWS::Logs::LogGroup') },
  'AWS::Route53::RecordSet': { HostedZoneId: hostedZone },
  'AWS::Route53::RecordSetGroup': { HostedZoneId: hostedZone },
  'AWS::S3::Bucket': {
    BucketName: ownName,
    'ReplicationConfiguration.Rules.Destination.Bucket': arnOf('AWS::S3::Bucket'),
  },
  'AWS::SNS::Topic': { TopicName: ownName },
  'AWS::SQS::Queue': { QueueName: ownName },
  'AWS::SecretsManager::ResourcePolicy': { SecretId: secret },
  'AWS::SecretsManager::RotationSchedule': { SecretId: secret },
  'AWS::SecretsManager::SecretTargetAttachment': { SecretId: secret },
};
