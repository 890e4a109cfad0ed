import { getAtt, ref } from '../../model/intrinsics.ts';
import type { JsonMap } from '../../model/tree.ts';

/** The types of CloudFormation that a connector can join, by the names the tables call them. */
export const types = {
  api: 'AWS::ApiGateway::RestApi',
  httpApi: 'AWS::ApiGatewayV2::Api',
  bucket: 'AWS::S3::Bucket',
  dataSource: 'AWS::AppSync::DataSource',
  eventBus: 'AWS::Events::EventBus',
  function: 'AWS::Lambda::Function',
  graphQlApi: 'AWS::AppSync::GraphQLApi',
  placeIndex: 'AWS::Location::PlaceIndex',
  queue: 'AWS::SQS::Queue',
  rule: 'AWS::Events::Rule',
  stateMachine: 'AWS::StepFunctions::StateMachine',
  table: 'AWS::DynamoDB::Table',
  topic: 'AWS::SNS::Topic',
} as const;

/** What SAM's types become; a hard-coded reference may name either. */
export const expandedTypes: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Function', types.function],
  ['AWS::Serverless::StateMachine', types.stateMachine],
  ['AWS::Serverless::Api', types.api],
  ['AWS::Serverless::HttpApi', types.httpApi],
  ['AWS::Serverless::SimpleTable', types.table],
]);

/** How something about a resource is said in a template: by `Ref` or by an attribute. */
type Saying = 'Ref' | (string & {});

interface Kind {
  readonly Arn: Saying;
  readonly ResourceId?: Saying;
  readonly Name?: Saying;
  readonly QueueUrl?: Saying;
  /** What stands for the qualifier when the author gives none. */
  readonly qualifier?: string;
  /** The property with the role that the resource acts under. */
  readonly role?: string;
}

/** How the resources of a type are referred to. */
export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [types.api, { Arn: 'Arn', ResourceId: 'Ref', qualifier: '*' }],
  [types.httpApi, { Arn: 'Arn', ResourceId: 'Ref', qualifier: '*' }],
  [types.bucket, { Arn: 'Arn' }],
  [types.dataSource, { Arn: 'Ref', role: 'ServiceRoleArn' }],
  [types.eventBus, { Arn: 'Arn' }],
  [types.function, { Arn: 'Arn', role: 'Role' }],
  [types.graphQlApi, { Arn: 'Ref', ResourceId: 'ApiId' }],
  [types.placeIndex, { Arn: 'Arn' }],
  [types.queue, { Arn: 'Arn', QueueUrl: 'Ref' }],
  [types.rule, { Arn: 'Arn' }],
  [types.stateMachine, { Arn: 'Ref', Name: 'Name', role: 'RoleArn' }],
  [types.table, { Arn: 'Arn' }],
  [types.topic, { Arn: 'Ref' }],
]);

/** What a template says for something about a resource. */
export const say = (id: string, saying: Saying | undefined): JsonMap | undefined =>
  saying === undefined ? undefined : saying === 'Ref' ? ref(id) : getAtt(id, saying);
