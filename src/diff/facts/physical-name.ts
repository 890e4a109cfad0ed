import type { ResourceSpec } from '../../model/spec.ts';
import { get, type JsonMap } from '../../model/tree.ts';
import { enumerated } from '../words/nouns.ts';
import { symbolic } from '../words/shown.ts';

/**
 * The name of types whose identifier is an ARN or id that the service makes, but whose name is unique all the same by the
 * documentation of the property, with what it is unique within.
 */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::AmazonMQ::Broker', ['BrokerName']],
  ['AWS::AppRunner::Service', ['ServiceName']],
  ['AWS::AppSync::ChannelNamespace', ['Name', 'ApiId']],
  ['AWS::Backup::Framework', ['FrameworkName']],
  ['AWS::Backup::ReportPlan', ['ReportPlanName']],
  ['AWS::Bedrock::IntelligentPromptRouter', ['PromptRouterName']],
  ['AWS::CloudFormation::Macro', ['Name']],
  ['AWS::CloudFormation::StackSet', ['StackSetName']],
  ['AWS::CloudFront::RealtimeLogConfig', ['Name']],
  ['AWS::CodeConnections::Connection', ['ConnectionName']],
  ['AWS::CodeStarConnections::Connection', ['ConnectionName']],
  ['AWS::ECS::Service', ['ServiceName', 'Cluster']],
  ['AWS::EKS::Capability', ['CapabilityName', 'ClusterName']],
  ['AWS::EKS::Nodegroup', ['NodegroupName', 'ClusterName']],
  ['AWS::KafkaConnect::Connector', ['ConnectorName']],
  ['AWS::MSK::Cluster', ['ClusterName']],
  ['AWS::MSK::ServerlessCluster', ['ClusterName']],
  ['AWS::MediaStore::Container', ['ContainerName']],
  ['AWS::OpenSearchServerless::Collection', ['Name']],
  ['AWS::QLDB::Ledger', ['Name']],
  ['AWS::RAM::Permission', ['Name']],
  ['AWS::Redshift::SnapshotCopyGrant', ['SnapshotCopyGrantName']],
  ['AWS::S3Outposts::Bucket', ['BucketName', 'OutpostId']],
  ['AWS::S3Vectors::Index', ['IndexName', 'VectorBucketName', 'VectorBucketArn']],
  ['AWS::S3Vectors::VectorBucket', ['VectorBucketName']],
  ['AWS::SageMaker::Endpoint', ['EndpointName']],
  ['AWS::SageMaker::Image', ['ImageName']],
  ['AWS::Timestream::InfluxDBCluster', ['Name']],
  ['AWS::Timestream::InfluxDBInstance', ['Name']],
  ['AWS::Timestream::ScheduledQuery', ['ScheduledQueryName']],
  ['AWS::Transcribe::Vocabulary', ['VocabularyName']],
  ['AWS::Transcribe::VocabularyFilter', ['VocabularyFilterName']],
  ['AWS::Translate::ParallelData', ['Name']],
  ['AWS::VpcLattice::Listener', ['Name', 'ServiceIdentifier']],
  ['AWS::VpcLattice::Service', ['Name']],
  ['AWS::VpcLattice::ServiceNetwork', ['Name']],
  ['AWS::VpcLattice::TargetGroup', ['Name']],
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

/** A type whose resources connect others and have no name: there is only one connection of the same. */
interface Connection {
  readonly properties: readonly string[];
  /** What it connects, and what there is only one of, in words. */
  readonly what: string;
  readonly single: string;
}

/**
 * Connections that the specification does not show: they are replaced or given another id no more easily than what has a
 * name.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html (ResourceConflictException)
 */
const connections: ReadonlyMap<string, Connection> = new Map([
  [
    'AWS::Lambda::EventSourceMapping',
    {
      properties: [
        'EventSourceArn',
        'FunctionName',
        'Topics',
        'Queues',
        'AmazonManagedKafkaEventSourceConfig',
        'DocumentDBEventSourceConfig',
      ],
      what: 'connects the same source and function',
      single: 'mapping',
    },
  ],
]);

/** A name that the template gives to a resource, or what it connects. */
export interface PhysicalName {
  /** The properties that the name is made of. */
  readonly properties: readonly string[];
  /** The name as a report shows it; what is known only at the deployment stands as `${…}` in it. */
  readonly text: string;
  /** The property that gives the resource a name of its own; undefined where it stands for a connection of others. */
  readonly own: { readonly property: string; readonly isRequired: boolean } | undefined;
}

/** What a resource without a name of its own has in common with another one, in words, and what there is only one of. */
export const connectionWords = (type: string, { properties }: PhysicalName): Pick<Connection, 'what' | 'single'> =>
  connections.get(type) ?? {
    what: `has the same ${enumerated(properties.map((name) => `'${name}'`))}`,
    single: 'resource',
  };

/** The properties that together name a resource of a type. */
export const nameProperties = (type: string, spec: ResourceSpec | undefined): readonly string[] =>
  otherNames.get(type) ?? connections.get(type)?.properties ?? spec?.change.name ?? [];

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
  if (present.length < names.length && !otherNames.has(type) && !connections.has(type)) return undefined;
  const text = present.map((name) => symbolic(get(properties, name)!)).join(' ');
  if (text === '') return undefined;
  const own = ownName(type, present);
  const isRequired = own !== undefined && spec?.properties[own]?.[1] === 1;
  return { properties: present, text, own: own === undefined ? undefined : { property: own, isRequired } };
};

/** Of the properties that name a resource: the one that is not the name of something else around it. */
const ownName = (type: string, names: readonly string[]): string | undefined => {
  if (connections.has(type)) return undefined;
  const [first] = names;
  if (otherNames.has(type) || (names.length === 1 && /(?:Name|Identifier)$/.test(first!))) return first;
  const noun = type.slice(type.lastIndexOf(':') + 1).toLowerCase();
  return names.find((name) => /^(?:Name|Id)$/.test(name) || noun.endsWith(withoutKind(name)));
};

/** What a property names: `table` of `TableName`. */
const withoutKind = (property: string): string => {
  const [, noun] = /^(.+)(?:Name|Identifier|Id|Key)$/.exec(property) ?? [];
  return (noun ?? `(${property})`).toLowerCase();
};
