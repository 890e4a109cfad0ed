import type { Form } from '../../../model/references.ts';
import { networkExpectations } from './network-expectations.ts';
import { serviceExpectations } from './service-expectations.ts';
import type { Wanted } from './wanted.ts';

const arn: ReadonlySet<Form> = new Set(['arn']);

/** A function, its alias or one of its versions. */
const invokable = { forms: arn, types: ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'] };

/** What may receive the events of a rule by its ARN. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html */
const ruleTargets = [
  'AWS::ApiGateway::RestApi',
  'AWS::AppSync::GraphQLApi',
  'AWS::Batch::JobQueue',
  'AWS::CodeBuild::Project',
  'AWS::CodePipeline::Pipeline',
  'AWS::ECS::Cluster',
  'AWS::Events::ApiDestination',
  'AWS::Events::EventBus',
  'AWS::ImageBuilder::ImagePipeline',
  'AWS::Inspector::AssessmentTemplate',
  'AWS::Kinesis::Stream',
  'AWS::KinesisFirehose::DeliveryStream',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Function',
  'AWS::Lambda::Version',
  'AWS::Logs::LogGroup',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Workgroup',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SSM::Document',
  'AWS::SSMIncidents::ResponsePlan',
  'AWS::SageMaker::Pipeline',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
];

/** Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
const eventSources: Wanted = {
  forms: arn,
  types: [
    'AWS::AmazonMQ::Broker',
    'AWS::DocDB::DBCluster',
    'AWS::DynamoDB::GlobalTable',
    'AWS::DynamoDB::Table',
    'AWS::Kinesis::Stream',
    'AWS::Kinesis::StreamConsumer',
    'AWS::MSK::Cluster',
    'AWS::MSK::ServerlessCluster',
    'AWS::SQS::Queue',
  ],
  attributes: { 'AWS::DynamoDB::Table': 'StreamArn', 'AWS::DynamoDB::GlobalTable': 'StreamArn' },
};

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html */
const pipeSources = [
  'AWS::AmazonMQ::Broker',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Kinesis::Stream',
  'AWS::MSK::Cluster',
  'AWS::SQS::Queue',
];

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html */
const pipeEnrichments = [
  'AWS::Lambda::Function',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
  'AWS::StepFunctions::StateMachine',
  'AWS::StepFunctions::StateMachineAlias',
  'AWS::StepFunctions::StateMachineVersion',
  'AWS::Events::ApiDestination',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
];

const userPoolTriggers = [
  'CreateAuthChallenge',
  'CustomMessage',
  'DefineAuthChallenge',
  'PostAuthentication',
  'PostConfirmation',
  'PreAuthentication',
  'PreSignUp',
  'PreTokenGeneration',
  'UserMigration',
  'VerifyAuthChallengeResponse',
];

const arns: Wanted = { forms: arn, types: [] };
const named = (type: string): Wanted => ({ forms: new Set<Form>(['name']), types: [type] });
const role: Wanted = { forms: arn, types: ['AWS::IAM::Role'] };

/** What properties take that are not published as references, or not all that they take. */
export const expectations: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ...[networkExpectations, serviceExpectations].flatMap((table) =>
    Object.entries(table).flatMap(([type, paths]) =>
      Object.entries(paths).map(([path, wanted]): [string, Wanted] => [`${type} ${path}`, wanted]),
    ),
  ),
  ['AWS::ApiGateway::Authorizer ProviderARNs', { forms: arn, types: ['AWS::Cognito::UserPool'] }],
  [
    'AWS::ApiGatewayV2::Route Target',
    { forms: new Set<Form>(['other']), types: ['AWS::ApiGatewayV2::Integration'], prefix: 'integrations/' },
  ],
  ['AWS::CloudFront::Distribution DistributionConfig.WebACLId', { forms: new Set<Form>(['arn', 'id']), types: [] }],
  ['AWS::CloudWatch::Alarm AlarmActions', arns],
  ['AWS::CloudWatch::Alarm InsufficientDataActions', arns],
  ['AWS::CloudWatch::Alarm OKActions', arns],
  ...userPoolTriggers.map((trigger) => [`AWS::Cognito::UserPool LambdaConfig.${trigger}`, invokable] as const),
  ['AWS::Events::Rule Targets.Arn', { forms: arn, types: ruleTargets }],
  ['AWS::IAM::InstanceProfile Roles', named('AWS::IAM::Role')],
  ['AWS::IAM::ManagedPolicy Groups', named('AWS::IAM::Group')],
  ['AWS::IAM::ManagedPolicy Roles', named('AWS::IAM::Role')],
  ['AWS::IAM::ManagedPolicy Users', named('AWS::IAM::User')],
  ['AWS::IAM::Policy Groups', named('AWS::IAM::Group')],
  ['AWS::IAM::Policy Roles', named('AWS::IAM::Role')],
  ['AWS::IAM::Policy Users', named('AWS::IAM::User')],
  ['AWS::Lambda::EventSourceMapping EventSourceArn', eventSources],
  ['AWS::Lambda::Function Role', role],
  ['AWS::Lambda::Permission SourceArn', arns],
  ['AWS::Pipes::Pipe Enrichment', { forms: arn, types: pipeEnrichments }],
  ['AWS::Pipes::Pipe Source', { ...eventSources, types: pipeSources }],
  ['AWS::Pipes::Pipe Target', { forms: arn, types: [...ruleTargets, 'AWS::Timestream::Table'] }],
  ['AWS::S3::Bucket NotificationConfiguration.LambdaConfigurations.Function', invokable],
  ['AWS::SNS::TopicPolicy Topics', { forms: arn, types: ['AWS::SNS::Topic'] }],
  ['AWS::SQS::QueueInlinePolicy Queue', { forms: new Set<Form>(['url']), types: ['AWS::SQS::Queue'] }],
  ['AWS::SQS::QueuePolicy Queues', { forms: new Set<Form>(['url']), types: ['AWS::SQS::Queue'] }],
]);

/** The authorizers of both kinds of API. */
const authorizers = 'Auth.Authorizers.*';

/**
 * What is wanted where no schema goes: in documents of JSON, and in properties that the transform puts into an OpenAPI
 * document. Type, path and what is taken there.
 */
export const unpublished: readonly (readonly [type: string, path: string, wanted: Wanted])[] = [
  ['AWS::SNS::Subscription', 'RedrivePolicy.deadLetterTargetArn', { forms: arn, types: ['AWS::SQS::Queue'] }],
  ['AWS::SQS::Queue', 'RedrivePolicy.deadLetterTargetArn', { forms: arn, types: ['AWS::SQS::Queue'] }],
  ['AWS::SQS::Queue', 'RedriveAllowPolicy.sourceQueueArns.*', { forms: arn, types: ['AWS::SQS::Queue'] }],
  ['AWS::Serverless::Api', `${authorizers}.FunctionArn`, invokable],
  ['AWS::Serverless::Api', `${authorizers}.FunctionInvokeRole`, role],
  ['AWS::Serverless::Api', `${authorizers}.UserPoolArn`, { forms: arn, types: ['AWS::Cognito::UserPool'] }],
  ['AWS::Serverless::HttpApi', `${authorizers}.FunctionArn`, invokable],
  ['AWS::Serverless::HttpApi', `${authorizers}.FunctionInvokeRole`, role],
];
