import type { Codec } from '../language/codec.ts';
import type { Attribute } from '../language/forms.ts';
import type { ReferenceTo } from './reference.ts';
import { reference } from './reference.ts';

const target =
  (says: string, types: readonly string[], literal?: true | RegExp) =>
  (as: Attribute): ReferenceTo =>
    literal === undefined ? { says, as, types } : { says, as, types, literal };

export const functionTypes = [
  'AWS::Serverless::Function',
  'AWS::Lambda::Function',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
];
export const machineTypes = ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'];
export const tableTypes = ['AWS::DynamoDB::Table', 'AWS::Serverless::SimpleTable', 'AWS::DynamoDB::GlobalTable'];

/**
 * What the keys of the language name, by kind; each for what SAM wants of it. A literal name that looks like a logical
 * id is taken for one, so that a misspelt name is found.
 */
export const to = {
  function: target('a function', functionTypes),
  machine: target('a state machine', machineTypes),
  table: target('a table', tableTypes),
  queue: target('a queue', ['AWS::SQS::Queue']),
  topic: target('a topic', ['AWS::SNS::Topic']),
  bucket: target('a bucket', ['AWS::S3::Bucket']),
  bucketName: target('a bucket', ['AWS::S3::Bucket'], /^[a-z0-9][a-z0-9.-]+$/),
  stream: target('a stream', ['AWS::Kinesis::Stream']),
  bus: target('an event bus', ['AWS::Events::EventBus'], /^(?![A-Z][A-Za-z0-9]*$)[\w./-]+$/),
  role: target('a role', ['AWS::IAM::Role']),
  invokeRole: target('a role', ['AWS::IAM::Role'], /^(?:CALLER_CREDENTIALS|NONE)$/),
  managedPolicy: target('a managed policy', ['AWS::IAM::ManagedPolicy']),
  key: target('a key', ['AWS::KMS::Key', 'AWS::KMS::Alias'], /^alias\/|^[\da-f-]{36}$/),
  layer: target('a layer', ['AWS::Serverless::LayerVersion', 'AWS::Lambda::LayerVersion']),
  logGroup: target('a log group', ['AWS::Logs::LogGroup'], /^(?![A-Z][A-Za-z0-9]*$)[\w./#-]+$/),
  alarm: target('an alarm', ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'], /^(?![A-Z][A-Za-z0-9]*$)/),
  secret: target('a secret', ['AWS::SecretsManager::Secret'], /^(?![A-Z][A-Za-z0-9]*$)[\w/+=.@-]+$/),
  accessPoint: target('an access point', ['AWS::EFS::AccessPoint']),
  subnet: target('a subnet', ['AWS::EC2::Subnet'], /^subnet-/),
  securityGroup: target('a security group', ['AWS::EC2::SecurityGroup'], /^sg-/),
  userPool: target('a user pool', ['AWS::Cognito::UserPool']),
  broker: target('a broker', ['AWS::AmazonMQ::Broker']),
  cluster: target('a cluster', ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster']),
  documentCluster: target('a DocumentDB cluster', ['AWS::DocDB::DBCluster']),
  codeSigning: target('a code signing configuration', ['AWS::Lambda::CodeSigningConfig']),
  capacityProvider: target('a capacity provider', [
    'AWS::Serverless::CapacityProvider',
    'AWS::Lambda::CapacityProvider',
  ]),
  certificate: target('a certificate', ['AWS::CertificateManager::Certificate']),
  hostedZone: target('a hosted zone', ['AWS::Route53::HostedZone'], /^Z[A-Z0-9]+$/),
  vpcEndpoint: target('a VPC endpoint', ['AWS::EC2::VPCEndpoint'], /^vpce-/),
  schedulerGroup: target('a schedule group', ['AWS::Scheduler::ScheduleGroup'], /^(?![A-Z][A-Za-z0-9]*$)[\w.-]+$/),
  httpApi: target('an HTTP API', ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api']),
  restApi: target('a REST API', ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi']),
} as const;

/** A reference by kind and by what SAM wants of it. */
export const named = (kind: keyof typeof to, as: Attribute): Codec => reference(to[kind](as));
