import type { Cause } from '../../../model/origin.ts';
import type { ResourceNode, TemplateView } from '../../../model/rule.ts';
import { get, isIntrinsic, isList, isString, type Json, type Step } from '../../../model/tree.ts';
import { type Choice, entryItems, isPlainMap } from '../templates/choices.ts';
import { groupBy } from '../templates/grouping.ts';
import { oncePerTemplate } from '../templates/once.ts';

/** Who a policy speaks of: its owner, whoever it names, or those who may take a role. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

/** Where a type has policy documents. */
interface PolicyPlace {
  readonly kind: PolicyKind;
  readonly path: readonly Step[];
  /** Whether a statement may do without `Resource`, because there is only one thing it can mean. */
  readonly impliesResource?: boolean;
  /** The service whose actions are the only ones that the policy can have, and whose ARNs stand as its resources. */
  readonly service?: string;
  /** Whether one statement stands there in place of a document. */
  readonly isStatement?: boolean;
}

const inline: PolicyPlace = { kind: 'identity', path: ['Policies', '*', 'PolicyDocument'] };
const identity: PolicyPlace = { kind: 'identity', path: ['PolicyDocument'] };
const resource = (...path: Step[]): PolicyPlace => ({ kind: 'resource', path });
const ofService = (service: string, ...path: Step[]): PolicyPlace => ({ kind: 'resource', path, service });
const ownResource = (...path: Step[]): PolicyPlace => ({ kind: 'resource', path, impliesResource: true });

/** Resource policies of services whose own rules of what they name are left to them. */
const others: readonly (readonly [type: string, property: string])[] = [
  ['AWS::Backup::BackupVault', 'AccessPolicy'],
  ['AWS::Backup::LogicallyAirGappedBackupVault', 'AccessPolicy'],
  ['AWS::Bedrock::ResourcePolicy', 'PolicyDocument'],
  ['AWS::CloudTrail::ResourcePolicy', 'ResourcePolicy'],
  ['AWS::CodeArtifact::Domain', 'PermissionsPolicyDocument'],
  ['AWS::CodeArtifact::Repository', 'PermissionsPolicyDocument'],
  ['AWS::ECR::PublicRepository', 'RepositoryPolicyText'],
  ['AWS::ECR::RegistryPolicy', 'PolicyText'],
  ['AWS::ECR::Repository', 'RepositoryPolicyText'],
  ['AWS::Elasticsearch::Domain', 'AccessPolicies'],
  ['AWS::EventSchemas::RegistryPolicy', 'Policy'],
  ['AWS::Logs::ResourcePolicy', 'PolicyDocument'],
  ['AWS::MSK::ClusterPolicy', 'Policy'],
  ['AWS::MediaPackageV2::ChannelPolicy', 'Policy'],
  ['AWS::MediaPackageV2::OriginEndpointPolicy', 'Policy'],
  ['AWS::Oam::Sink', 'Policy'],
  ['AWS::OpenSearchService::Domain', 'AccessPolicies'],
  ['AWS::S3::MultiRegionAccessPointPolicy', 'Policy'],
  ['AWS::S3Express::BucketPolicy', 'PolicyDocument'],
  ['AWS::S3ObjectLambda::AccessPointPolicy', 'PolicyDocument'],
  ['AWS::S3Outposts::BucketPolicy', 'PolicyDocument'],
  ['AWS::S3Tables::TableBucketPolicy', 'ResourcePolicy'],
  ['AWS::S3Tables::TablePolicy', 'ResourcePolicy'],
  ['AWS::SSM::ResourcePolicy', 'Policy'],
  ['AWS::VpcLattice::AuthPolicy', 'Policy'],
];

const places: ReadonlyMap<string, readonly PolicyPlace[]> = new Map<string, readonly PolicyPlace[]>([
  ['AWS::IAM::Role', [{ kind: 'trust', path: ['AssumeRolePolicyDocument'], impliesResource: true }, inline]],
  ['AWS::IAM::User', [inline]],
  ['AWS::IAM::Group', [inline]],
  ['AWS::IAM::Policy', [identity]],
  ['AWS::IAM::ManagedPolicy', [identity]],
  ['AWS::IAM::RolePolicy', [identity]],
  ['AWS::IAM::UserPolicy', [identity]],
  ['AWS::IAM::GroupPolicy', [identity]],
  ['AWS::IoT::Policy', [identity]],
  ['AWS::SSO::PermissionSet', [{ kind: 'identity', path: ['InlinePolicy'] }]],
  ['AWS::SQS::QueuePolicy', [ofService('sqs', 'PolicyDocument')]],
  ['AWS::SQS::QueueInlinePolicy', [ofService('sqs', 'PolicyDocument')]],
  ['AWS::SNS::TopicPolicy', [ofService('sns', 'PolicyDocument')]],
  ['AWS::SNS::TopicInlinePolicy', [ofService('sns', 'PolicyDocument')]],
  ['AWS::Lambda::ResourcePolicy', [resource('PolicyDocument')]],
  ['AWS::S3::BucketPolicy', [ofService('s3', 'PolicyDocument')]],
  ['AWS::S3::AccessPoint', [resource('Policy')]],
  ['AWS::KMS::Key', [resource('KeyPolicy')]],
  ['AWS::KMS::ReplicaKey', [resource('KeyPolicy')]],
  ['AWS::SecretsManager::ResourcePolicy', [resource('ResourcePolicy')]],
  // Policies of APIs without it have been deployed, so what they mean is left to API Gateway.
  ['AWS::ApiGateway::RestApi', [ownResource('Policy'), ownResource('Body', 'x-amazon-apigateway-policy')]],
  ['AWS::ApiGateway::DomainName', [resource('Policy')]],
  ['AWS::ApiGateway::DomainNameV2', [resource('Policy')]],
  ['AWS::Events::EventBus', [resource('Policy')]],
  ['AWS::Kinesis::ResourcePolicy', [resource('ResourcePolicy')]],
  ['AWS::DynamoDB::Table', [resource('ResourcePolicy', 'PolicyDocument')]],
  ['AWS::EC2::VPCEndpoint', [ownResource('PolicyDocument')]],
  ['AWS::EFS::FileSystem', [ownResource('FileSystemPolicy')]],
  ['AWS::Events::EventBusPolicy', [{ kind: 'resource', path: ['Statement'], isStatement: true }]],
  ...others.map(([type, property]) => [type, [ownResource(property)]] as const),
]);

/** The types that have policy documents. */
export const policyTypes: readonly string[] = [...places.keys()];

/** One policy document of the template. */
export interface PolicyDocument extends Choice {
  readonly owner: ResourceNode;
  readonly kind: PolicyKind;
  readonly impliesResource: boolean;
  readonly service: string | undefined;
  readonly isStatement: boolean;
  /** What stands as statements in it, one by one. */
  readonly statements: readonly Choice[];
}

/** Every policy document of the expanded template; documents as text are not taken apart. */
export const policyDocuments = oncePerTemplate((cx): readonly PolicyDocument[] => {
  const documents: PolicyDocument[] = [];
  for (const [type, list] of places) {
    for (const owner of cx.resources(type)) {
      for (const { kind, path, impliesResource = false, service, isStatement = false } of list) {
        for (const { value, at } of owner.all(...path)) {
          const statements = isStatement ? (isPlainMap(value) ? [{ value, at }] : []) : statementsOf(value, at);
          documents.push({ value, at, owner, kind, impliesResource, service, isStatement, statements });
        }
      }
    }
  }
  return documents;
});

const documentsByOwner = oncePerTemplate((cx) => groupBy(policyDocuments(cx), ({ owner }) => owner));

/** The policy documents that stand in one resource. */
export const documentsOf = (owner: ResourceNode, cx: TemplateView): readonly PolicyDocument[] =>
  documentsByOwner(cx).get(owner) ?? [];

const statementsOf = (value: Json, at: Cause | undefined): Choice[] =>
  isPlainMap(value) ? entryItems(value, 'Statement', at) : [];

/** The items of one element of a statement (its actions, its resources) unless all of them are texts and right. */
export const doubtfulItems = (statement: Choice, name: string, isRight: (text: string) => boolean): Choice[] => {
  const element = get(statement.value, name);
  if (element === undefined || isIntrinsic(statement.value)) return [];
  const isFine = (item: Json): boolean => isString(item) && isRight(item);
  if (isFine(element) || (isList(element) && element.every(isFine))) return [];
  return entryItems(statement.value, name, statement.at);
};

/** Whether a statement holds under a condition only; an empty condition does not count. */
export const isConditional = (statement: Json): boolean => {
  const condition = get(statement, 'Condition');
  return typeof condition === 'object' && condition !== null && Object.keys(condition).length > 0;
};
