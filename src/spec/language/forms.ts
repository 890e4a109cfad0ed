import { inTable } from '../../model/in-table.ts';
import { getAtt, ref } from '../../model/intrinsics.ts';
import type { Json } from '../../model/tree.ts';

/** What a name can be asked for, whatever its kind: the lower-case attributes of the language. */
export const attributes = ['arn', 'name', 'url', 'stream', 'version', 'id'] as const;
export type Attribute = (typeof attributes)[number];

/** A reference in both of its forms: alone, and inside the text of an `Fn::Sub`. */
export interface Form {
  readonly alone: Json;
  readonly text: string;
}

/** What is known of a name that a reference may need: the alias that is published, the stage of an API. */
export interface Referred {
  readonly id: string;
  readonly type: string;
  /** A function or a state machine publishes to an alias. */
  readonly alias?: string | undefined;
  /** The text of an API's stage inside an `Fn::Sub`; undefined where it is not known. */
  readonly stage?: string | undefined;
  /** A function that is known to have no URL of its own. */
  readonly lacksUrl?: boolean | undefined;
}

/** How a type answers: the empty text for `Ref`, else the attribute for `Fn::GetAtt`. */
type Answers = Partial<Record<Attribute, string>>;

const named = (more: Answers = {}): Answers => ({ name: '', arn: 'Arn', ...more });

const byType: Readonly<Record<string, Answers>> = {
  'AWS::Serverless::Function': named(),
  'AWS::Lambda::Function': named(),
  'AWS::Lambda::Alias': { arn: '' },
  'AWS::Lambda::Version': { arn: '', version: 'Version' },
  'AWS::Lambda::LayerVersion': { arn: '' },
  'AWS::Lambda::CapacityProvider': named(),
  'AWS::Serverless::CapacityProvider': named(),
  'AWS::Serverless::LayerVersion': { arn: '' },
  'AWS::Serverless::SimpleTable': named(),
  'AWS::Serverless::StateMachine': { arn: '', name: 'Name' },
  'AWS::StepFunctions::StateMachine': { arn: '', name: 'Name' },
  'AWS::StepFunctions::Activity': { arn: '', name: 'Name' },
  'AWS::Serverless::GraphQLApi': { id: 'ApiId', arn: '', url: 'GraphQLUrl' },
  'AWS::Serverless::Api': { id: '' },
  'AWS::Serverless::HttpApi': { id: '' },
  'AWS::Serverless::WebSocketApi': { id: '' },
  'AWS::ApiGateway::RestApi': { id: '' },
  'AWS::ApiGatewayV2::Api': { id: '' },
  'AWS::AppSync::GraphQLApi': { id: 'ApiId', arn: '', url: 'GraphQLUrl' },
  'AWS::DynamoDB::Table': named({ stream: 'StreamArn' }),
  'AWS::DynamoDB::GlobalTable': named({ stream: 'StreamArn' }),
  'AWS::SQS::Queue': { url: '', arn: 'Arn', name: 'QueueName' },
  'AWS::SNS::Topic': { arn: '', name: 'TopicName' },
  'AWS::S3::Bucket': named(),
  'AWS::Kinesis::Stream': named(),
  'AWS::KinesisFirehose::DeliveryStream': named(),
  'AWS::Events::EventBus': named(),
  'AWS::Events::Rule': named(),
  'AWS::Scheduler::ScheduleGroup': named(),
  'AWS::IAM::Role': named({ id: 'RoleId' }),
  'AWS::IAM::User': named(),
  'AWS::IAM::ManagedPolicy': { arn: '' },
  'AWS::KMS::Key': { id: '', arn: 'Arn' },
  'AWS::Logs::LogGroup': named(),
  'AWS::CloudWatch::Alarm': named(),
  'AWS::SecretsManager::Secret': { arn: '', id: 'Id' },
  'AWS::SSM::Parameter': { name: '' },
  'AWS::Cognito::UserPool': { id: '', arn: 'Arn' },
  'AWS::Cognito::UserPoolClient': { id: '' },
  'AWS::EC2::SecurityGroup': { id: 'GroupId' },
  'AWS::EC2::Subnet': { id: '' },
  'AWS::EC2::VPC': { id: '' },
  'AWS::EFS::AccessPoint': { id: '', arn: 'Arn' },
  'AWS::EFS::FileSystem': { id: '', arn: 'Arn' },
  'AWS::MSK::Cluster': { arn: '' },
  'AWS::AmazonMQ::Broker': { id: '', arn: 'Arn' },
  'AWS::DocDB::DBCluster': { id: '' },
  'AWS::CertificateManager::Certificate': { arn: '' },
  'AWS::Lambda::CodeSigningConfig': { id: '', arn: 'CodeSigningConfigArn' },
  'AWS::CodeDeploy::Application': { name: '' },
  'AWS::CodeDeploy::DeploymentConfig': { name: '' },
  'AWS::Route53::HostedZone': { id: '' },
};

/** Types that are not in the table: most answer `Ref` with their name and have an ARN. */
const usual: Answers = named();

/** A plain `Ref` in both forms. */
export const refForm = (id: string): Form => formOfAttribute(id, '');

const formOfAttribute = (id: string, attribute: string): Form =>
  attribute === ''
    ? { alone: ref(id), text: `\${${id}}` }
    : { alone: getAtt(id, attribute), text: `\${${id}.${attribute}}` };

const schemes: Readonly<Record<string, string>> = {
  'AWS::Serverless::Api': 'https',
  'AWS::Serverless::HttpApi': 'https',
  'AWS::Serverless::WebSocketApi': 'wss',
};

/** The address of an API: with its stage, where that is part of it. */
const addressOf = ({ id, type, stage }: Referred): Form | undefined => {
  const scheme = inTable(schemes, type);
  if (scheme === undefined || stage === undefined) return undefined;
  const text = `${scheme}://\${${id}}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}${stage === '$default' ? '' : `/${stage}`}`;
  return { alone: { 'Fn::Sub': text }, text };
};

/** A generated property that SAM lets references name: `!Ref Fn.Alias`. */
const generated = (id: string, property: string): Form => ({
  alone: ref(`${id}.${property}`),
  text: `\${${id}.${property}}`,
});

/** What a name gives for an attribute of the language; undefined where its kind has none. */
export const formOf = (referred: Referred, attribute: Attribute): Form | undefined => {
  const { id, type, alias } = referred;
  if (type === 'AWS::Serverless::Function') {
    if (attribute === 'arn' && alias !== undefined) return generated(id, 'Alias');
    if (attribute === 'version' && alias !== undefined) return generated(id, 'Version');
    if (attribute === 'url' && referred.lacksUrl) return undefined;
    if (attribute === 'url') return formOfAttribute(`${id}Url`, 'FunctionUrl');
  }
  if (type === 'AWS::Serverless::StateMachine' && alias !== undefined) {
    if (attribute === 'arn') return formOfAttribute(`${id}Alias${alias}`, '');
    if (attribute === 'version') return formOfAttribute(`${id}Version`, '');
  }
  if (attribute === 'url' && inTable(schemes, type) !== undefined) return addressOf(referred);
  const answer = (inTable(byType, type) ?? usual)[attribute];
  return answer === undefined ? undefined : formOfAttribute(id, answer);
};

/** Attributes that a name has. */
export const attributesOf = (referred: Referred): Attribute[] =>
  attributes.filter((each) => formOf(referred, each) !== undefined);

/** Types whose generated resources a reference can name by a property of the resource: `!Ref Fn.Version`. */
const generatedProperties: Readonly<Record<string, readonly string[]>> = {
  'AWS::Serverless::Function': ['Alias', 'Version', 'DestinationTopic', 'DestinationQueue'],
  'AWS::Serverless::Api': ['Stage', 'Deployment', 'DomainName', 'DomainNameV2', 'UsagePlan', 'ApiKey', 'UsagePlanKey'],
  'AWS::Serverless::HttpApi': ['Stage', 'DomainName'],
  'AWS::Serverless::WebSocketApi': ['Stage', 'DomainName'],
};

/** An attribute under CloudFormation's own name, or a generated resource under SAM's. */
export const ownForm = ({ id, type }: Referred, attribute: string): Form =>
  inTable(generatedProperties, type)?.includes(attribute) ? generated(id, attribute) : formOfAttribute(id, attribute);
