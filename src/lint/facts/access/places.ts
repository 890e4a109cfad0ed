import type { Step } from '../../../model/tree.ts';
import { segment } from './glob.ts';

/** A place in resources of a type that makes a service call what it names. */
export interface CallPlace {
  readonly type: string;
  /** Where the name or ARN of the called stands. */
  readonly path: readonly Step[];
  /** The first part of the service's principal. */
  readonly service: string;
  /** The same where the service calls a function, if that differs. */
  readonly toFunctions?: string;
  /** How a message calls what makes the call. */
  readonly what: string;
  /** The property with that on whose behalf the service calls; the resource itself where no property names it. */
  readonly source?: string;
  /** What follows the source in the ARN that the permission sees. */
  readonly rest?: string;
  /** The property that can name a role to call with: one beside the called, or one of the resource itself. */
  readonly role?: string;
  readonly ownRole?: string;
  /** The property with the function whose role it is called with. */
  readonly functionRole?: string;
  /** Whether a policy of the called is of no use, so that it needs the role. */
  readonly needsRole?: boolean;
  /** Whether AWS tries the call when it makes the resource, and refuses that where it fails. */
  readonly isTried?: boolean;
}

/** What stands behind the API in the ARN of a call of an authorizer: its id comes last. */
export const authorizerSeen = `/authorizers/${segment}`;

const target = { type: 'AWS::Events::Rule', service: 'events' };
const bucket = { type: 'AWS::S3::Bucket', service: 's3', isTried: true };
const pool = { type: 'AWS::Cognito::UserPool', service: 'cognito-idp', what: 'a trigger of the user pool' };
const iot = { type: 'AWS::IoT::TopicRule', service: 'iot' };
const authorizer = { what: 'an authorizer', service: 'apigateway', rest: authorizerSeen, path: ['AuthorizerUri'] };
const graph = { type: 'AWS::AppSync::GraphQLApi', service: 'appsync', what: 'an authorizer' };
const source = {
  type: 'AWS::AppSync::DataSource',
  service: 'appsync',
  what: 'a data source',
  ownRole: 'ServiceRoleArn',
};
const lambdaAuthorizer = ['LambdaAuthorizerConfig', 'AuthorizerUri'];
const alarms = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'].flatMap((type) =>
  ['AlarmActions', 'OKActions', 'InsufficientDataActions'].map((list) => ({
    type,
    path: [list, '*'],
    service: 'cloudwatch',
    toFunctions: 'lambda.alarms.cloudwatch',
    what: 'an alarm',
  })),
);

/** All of them, but for the routes of APIs, which documents hold too. */
export const callPlaces: readonly CallPlace[] = [
  { ...target, what: 'a rule', path: ['Targets', '*', 'Arn'], role: 'RoleArn' },
  { ...target, what: 'the dead-letter queue of a rule', path: ['Targets', '*', 'DeadLetterConfig', 'Arn'] },
  {
    type: 'AWS::SNS::Subscription',
    service: 'sns',
    what: 'a subscription',
    source: 'TopicArn',
    path: ['Endpoint'],
    role: 'SubscriptionRoleArn',
  },
  {
    type: 'AWS::SNS::Subscription',
    service: 'sns',
    what: 'the dead-letter queue of a subscription',
    source: 'TopicArn',
    path: ['RedrivePolicy', 'deadLetterTargetArn'],
  },
  { type: 'AWS::SNS::Topic', service: 'sns', what: 'a subscription', path: ['Subscription', '*', 'Endpoint'] },
  ...['Lambda.Function', 'Queue.Queue', 'Topic.Topic'].map((each) => {
    const [kind, property] = each.split('.') as [string, string];
    const path = ['NotificationConfiguration', `${kind}Configurations`, '*', property];
    return { ...bucket, what: 'a notification of the bucket', path };
  }),
  { ...pool, path: ['LambdaConfig', '*'] },
  { ...pool, path: ['LambdaConfig', '*', 'LambdaArn'] },
  { ...iot, what: 'an action of the rule', path: ['TopicRulePayload', 'Actions', '*', 'Lambda', 'FunctionArn'] },
  { ...iot, what: 'the error action of the rule', path: ['TopicRulePayload', 'ErrorAction', 'Lambda', 'FunctionArn'] },
  {
    type: 'AWS::Logs::SubscriptionFilter',
    service: 'logs',
    what: 'a subscription filter',
    source: 'LogGroupName',
    path: ['DestinationArn'],
    role: 'RoleArn',
    isTried: true,
  },
  {
    type: 'AWS::ApiGatewayV2::Api',
    service: 'apigateway',
    what: 'the default route of the API',
    path: ['Target'],
    role: 'CredentialsArn',
  },
  { type: 'AWS::ApiGateway::Authorizer', source: 'RestApiId', role: 'AuthorizerCredentials', ...authorizer },
  { type: 'AWS::ApiGatewayV2::Authorizer', source: 'ApiId', role: 'AuthorizerCredentialsArn', ...authorizer },
  { ...graph, path: lambdaAuthorizer },
  { ...graph, path: ['AdditionalAuthenticationProviders', '*', ...lambdaAuthorizer] },
  {
    type: 'AWS::Config::ConfigRule',
    service: 'config',
    what: 'a Config rule',
    path: ['Source', 'SourceIdentifier'],
    isTried: true,
  },
  {
    type: 'AWS::SecretsManager::RotationSchedule',
    service: 'secretsmanager',
    what: 'the rotation of a secret',
    source: 'SecretId',
    path: ['RotationLambdaARN'],
    isTried: true,
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    service: 'elasticloadbalancing',
    what: 'a target group',
    path: ['Targets', '*', 'Id'],
    isTried: true,
  },
  {
    type: 'AWS::SES::ReceiptRule',
    service: 'ses',
    what: 'a receipt rule',
    path: ['Rule', 'Actions', '*', 'LambdaAction', 'FunctionArn'],
    isTried: true,
  },
  {
    type: 'AWS::Bedrock::Agent',
    service: 'bedrock',
    what: 'an action group of the agent',
    path: ['ActionGroups', '*', 'ActionGroupExecutor', 'Lambda'],
  },
  {
    type: 'AWS::Transfer::Server',
    service: 'transfer',
    what: 'the identity provider of the server',
    path: ['IdentityProviderDetails', 'Function'],
  },
  ...alarms,
  {
    type: 'AWS::Scheduler::Schedule',
    service: 'scheduler',
    what: 'a schedule',
    path: ['Target', 'Arn'],
    role: 'RoleArn',
    needsRole: true,
  },
  { type: 'AWS::Pipes::Pipe', service: 'pipes', what: 'a pipe', path: ['Target'], role: 'RoleArn', needsRole: true },
  {
    type: 'AWS::Pipes::Pipe',
    service: 'pipes',
    what: 'the enrichment of a pipe',
    path: ['Enrichment'],
    role: 'RoleArn',
  },
  { ...source, path: ['LambdaConfig', 'LambdaFunctionArn'] },
  { ...source, path: ['EventBridgeConfig', 'EventBusArn'] },
  {
    type: 'AWS::Lambda::Function',
    service: 'lambda',
    what: 'the dead-letter queue of the function',
    path: ['DeadLetterConfig', 'TargetArn'],
    ownRole: 'Role',
    needsRole: true,
    isTried: true,
  },
  ...['OnFailure', 'OnSuccess'].map((event) => ({
    type: 'AWS::Lambda::EventInvokeConfig',
    service: 'lambda',
    what: event === 'OnFailure' ? 'the destination of failed events' : 'the destination of successful events',
    path: ['DestinationConfig', event, 'Destination'],
    functionRole: 'FunctionName',
    needsRole: true,
    isTried: true,
  })),
  {
    type: 'AWS::Lambda::EventSourceMapping',
    service: 'lambda',
    what: 'the destination of failed records',
    path: ['DestinationConfig', 'OnFailure', 'Destination'],
    functionRole: 'FunctionName',
    needsRole: true,
  },
];
