import { type Named, Names } from '../../src/spec/language/names.ts';
import { kindOfType } from '../../src/spec/sections/index.ts';

/** What the examples of the reference refer to, by type. */
const byType: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'PlaceOrder CheckOrder Report Connect SendMessage CheckToken',
  'AWS::Serverless::StateMachine': 'Order',
  'AWS::Serverless::LayerVersion': 'Shared',
  'AWS::Serverless::HttpApi': 'Public',
  'AWS::Serverless::CapacityProvider': 'Machines',
  'AWS::DynamoDB::Table': 'Orders',
  'AWS::SQS::Queue': 'Jobs Failed Inbox Done',
  'AWS::SNS::Topic': 'Alerts',
  'AWS::S3::Bucket': 'Uploads',
  'AWS::Kinesis::Stream': 'Clicks',
  'AWS::Events::EventBus': 'Shop',
  'AWS::IAM::Role': 'OrderRole ApiRole SendRole ScheduleRole MachineRole OperatorRole DeployRole',
  'AWS::IAM::ManagedPolicy': 'Boundary',
  'AWS::KMS::Key': 'Secrets FilterKey',
  'AWS::Logs::LogGroup': 'OrderLogs AppLogs ApiLogs MachineLogs',
  'AWS::CloudWatch::Alarm': 'PlaceOrderErrors OrderFailures',
  'AWS::Cognito::UserPool': 'Users Partners',
  'AWS::SecretsManager::Secret': 'MqUser',
  'AWS::EFS::AccessPoint': 'Files',
  'AWS::AmazonMQ::Broker': 'Broker',
  'AWS::MSK::Cluster': 'Kafka',
  'AWS::Scheduler::ScheduleGroup': 'Nightly',
  'AWS::Lambda::CodeSigningConfig': 'Signing',
  'AWS::CertificateManager::Certificate': 'Certificate',
};

const parameters: Readonly<Record<string, string>> = {
  Stage: 'String',
  FailedArn: 'String',
  AlertsArn: 'String',
  Writes: 'Number',
  Subnets: 'List<AWS::EC2::Subnet::Id>',
  Groups: 'List<AWS::EC2::SecurityGroup::Id>',
};

const named: Named[] = [
  ...Object.entries(byType).flatMap(([type, ids]) =>
    ids.split(' ').map((id): Named => {
      const found = kindOfType(type);
      return { id, type, section: found?.section.name ?? 'resources', kind: found?.kind.kind, stage: '$default' };
    }),
  ),
  ...Object.entries(parameters).map(([id, type]): Named => ({ id, type, section: 'parameters' })),
];

/** A file in which everything is declared that the examples refer to, and an entry of each name that is asked for. */
export const namesWith = (...more: readonly Named[]): Names => new Names([...named, ...more]);
