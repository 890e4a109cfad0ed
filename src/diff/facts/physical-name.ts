import type { ResourceSpec } from '../../model/spec.ts';
import { get, isString, type JsonMap } from '../../model/tree.ts';
import { symbolic } from '../words/shown.ts';

/**
 * The name of types whose identifier is an ARN or id that the service makes, but whose name is unique all the same, with
 * what it is unique within.
 */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::SQS::Queue', ['QueueName']],
  ['AWS::SNS::Topic', ['TopicName']],
  ['AWS::StepFunctions::StateMachine', ['StateMachineName']],
  ['AWS::Events::Rule', ['Name', 'EventBusName']],
  ['AWS::SecretsManager::Secret', ['Name']],
  ['AWS::IAM::ManagedPolicy', ['ManagedPolicyName', 'Path']],
  ['AWS::ApiGateway::ApiKey', ['Name']],
  ['AWS::EC2::SecurityGroup', ['GroupName', 'VpcId']],
  ['AWS::EC2::LaunchTemplate', ['LaunchTemplateName']],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['Name']],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', ['Name']],
  ['AWS::Elasticsearch::Domain', ['DomainName']],
  ['AWS::Lambda::Alias', ['Name', 'FunctionName']],
  ['AWS::Glue::Table', ['Name', 'DatabaseName']],
  ['AWS::CodeBuild::Project', ['Name']],
  ['AWS::EMRServerless::Application', ['Name']],
]);

/**
 * What connects two resources and has no name: there is only one connection of the same two, so that it is replaced or
 * given another id no more easily than what has a name.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html (ResourceConflictException)
 */
const connections: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'AWS::Lambda::EventSourceMapping',
    [
      'EventSourceArn',
      'FunctionName',
      'Topics',
      'Queues',
      'AmazonManagedKafkaEventSourceConfig',
      'DocumentDBEventSourceConfig',
    ],
  ],
]);

/** Whether a resource has no name of its own, but stands for the connection of two others. */
export const isConnection = (type: string): boolean => connections.has(type);

/** A name that the template gives to a resource, or what a connection connects. */
export interface PhysicalName {
  /** The properties that the name is made of. */
  readonly properties: readonly string[];
  /** The name as a report shows it; what is known only at the deployment stands as `${…}` in it. */
  readonly text: string;
}

/** The properties that together name a resource of a type. */
export const nameProperties = (type: string, spec: ResourceSpec | undefined): readonly string[] =>
  otherNames.get(type) ?? connections.get(type) ?? spec?.change.name ?? [];

/** The physical name that the properties give, in their plainest form; undefined where CloudFormation makes it. */
export const physicalName = (
  type: string,
  properties: JsonMap,
  spec: ResourceSpec | undefined,
): PhysicalName | undefined => {
  const names = nameProperties(type, spec);
  const first = names[0] === undefined ? undefined : get(properties, names[0]);
  if (first === undefined) return undefined;
  const present = names.filter((name) => get(properties, name) !== undefined);
  // A name made of several is given only as a whole, except in the types that have a scope by default.
  if (present.length < names.length && !otherNames.has(type) && !isConnection(type)) return undefined;
  const text = present.map((name) => symbolic(get(properties, name)!)).join(' ');
  return isString(text) && text !== '' ? { properties: present, text } : undefined;
};
