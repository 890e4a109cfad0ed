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
}

const inline: PolicyPlace = { kind: 'identity', path: ['Policies', '*', 'PolicyDocument'] };
const identity: PolicyPlace = { kind: 'identity', path: ['PolicyDocument'] };
const resource = (...path: Step[]): PolicyPlace => ({ kind: 'resource', path });
const ofService = (service: string, ...path: Step[]): PolicyPlace => ({ kind: 'resource', path, service });
const ownResource = (...path: Step[]): PolicyPlace => ({ kind: 'resource', path, impliesResource: true });

const places: ReadonlyMap<string, readonly PolicyPlace[]> = new Map([
  [
    'AWS::IAM::Role',
    [{ kind: 'trust', path: ['AssumeRolePolicyDocument'], impliesResource: true } satisfies PolicyPlace, inline],
  ],
  ['AWS::IAM::User', [inline]],
  ['AWS::IAM::Group', [inline]],
  ['AWS::IAM::Policy', [identity]],
  ['AWS::IAM::ManagedPolicy', [identity]],
  ['AWS::IAM::RolePolicy', [identity]],
  ['AWS::IAM::UserPolicy', [identity]],
  ['AWS::IAM::GroupPolicy', [identity]],
  ['AWS::SSO::PermissionSet', [{ kind: 'identity', path: ['InlinePolicy'] } satisfies PolicyPlace]],
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
  ['AWS::ECR::Repository', [ownResource('RepositoryPolicyText')]],
  ['AWS::ECR::PublicRepository', [ownResource('RepositoryPolicyText')]],
]);

/** The types that have policy documents. */
export const policyTypes: readonly string[] = [...places.keys()];

/** One policy document of the template. */
export interface PolicyDocument extends Choice {
  readonly owner: ResourceNode;
  readonly kind: PolicyKind;
  readonly impliesResource: boolean;
  readonly service: string | undefined;
  /** What stands as statements in it, one by one. */
  readonly statements: readonly Choice[];
}

/** Every policy document of the expanded template; documents as text are not taken apart. */
export const policyDocuments = oncePerTemplate((cx): readonly PolicyDocument[] => {
  const documents: PolicyDocument[] = [];
  for (const [type, list] of places) {
    for (const owner of cx.resources(type)) {
      for (const { kind, path, impliesResource = false, service } of list) {
        for (const { value, at } of owner.all(...path)) {
          documents.push({ value, at, owner, kind, impliesResource, service, statements: statementsOf(value, at) });
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
