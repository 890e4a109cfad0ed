import { type Form, formOf } from '../../../model/references.ts';
import { expectations } from './expectations.ts';

/** What a property takes where a resource is meant. */
export interface Wanted {
  readonly forms: ReadonlySet<Form>;
  /** The types of resources that it can be, where no other can. */
  readonly types: readonly string[];
  /** Attributes of a type that are the only ones taken: the stream of a table, not the table. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What stands before the id: `integrations/`. */
  readonly prefix?: string;
}

const takesArn = /A(?:rn|RN)s?$/;

/** Types that a property can be told to want and no other, for nothing else has such an ARN, name or id. */
const exclusive: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::Cognito::IdentityPool',
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::IAM::Group',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
  'AWS::Events::EventBus',
]);

/** Names in place of which the service takes ARNs, too. */
const takenByArn: ReadonlySet<string> = new Set([
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Topic',
  'AWS::StepFunctions::StateMachine',
]);

/** Properties that are published as references or called ARNs, and take other texts as well. */
const free: ReadonlySet<string> = new Set([
  'AWS::AppSync::DataSource HttpConfig.Endpoint',
  'AWS::CloudFront::Distribution DistributionConfig.CacheBehaviors.TargetOriginId',
  'AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.TargetOriginId',
  'AWS::CloudFront::Distribution DistributionConfig.Origins.Id',
  'AWS::CloudTrail::Trail EventSelectors.DataResources.Values',
  'AWS::CodeDeploy::Application ApplicationName',
  'AWS::ElasticLoadBalancingV2::LoadBalancer LoadBalancerAttributes.Value',
  'AWS::Events::Rule Targets.RedshiftDataParameters.SecretManagerArn',
  'AWS::KinesisFirehose::DeliveryStream DeliveryStreamName',
  'AWS::Lambda::Permission Principal',
  'AWS::Lambda::Url TargetFunctionArn',
  'AWS::Logs::LogGroup LogGroupName',
  'AWS::Pipes::Pipe TargetParameters.RedshiftDataParameters.SecretManagerArn',
  'AWS::SSM::MaintenanceWindowTask TaskArn',
  'AWS::StepFunctions::StateMachine DefinitionString',
]);

const cache = new Map<string, Wanted | null>();

/**
 * What a property takes, or undefined where anything may stand.
 * @param key its type and path: `AWS::Events::Rule Targets.Arn`
 * @param references the published ones, `Type.Attribute`
 */
export const wantedAt = (key: string, references: readonly string[]): Wanted | undefined => {
  const known = cache.get(key);
  if (known !== undefined) return known ?? undefined;
  const wanted = expectations.get(key) ?? (free.has(key) ? undefined : derived(key, references));
  cache.set(key, wanted ?? null);
  return wanted;
};

const derived = (key: string, references: readonly string[]): Wanted | undefined => {
  const pairs = references.map((reference) => {
    const [, type = '', attribute = ''] = /^([^.]+)\.(.+)$/.exec(reference) ?? [];
    return { type, form: formOf(type, attribute) };
  });
  const arnByName = takesArn.test(key);
  const types = [...new Set(pairs.map(({ type }) => type))];
  const known = types.length > 0 && types.every((type) => exclusive.has(type));
  if (arnByName) return { forms: new Set<Form>(['arn']), types: known && types.length === 1 ? types : [] };
  if (!known || pairs.some(({ form }) => form === undefined)) return undefined;
  const forms = new Set(pairs.map(({ form }) => form!));
  if (!forms.has('arn') && types.some((type) => takenByArn.has(type))) return undefined;
  return { forms, types: types.length === 1 ? types : [] };
};
