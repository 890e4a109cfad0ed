import { entryOf } from '../../model/origin.ts';
import { defineRule, type ResourceNode } from '../../model/rule.ts';
import { get, isNothing, isString } from '../../model/tree.ts';
import { insertAfter } from '../facts/edits/entry.ts';

const attributes = ['DeletionPolicy', 'UpdateReplacePolicy'] as const;
type Attribute = (typeof attributes)[number];

/** What is lost with these is lost for good. */
const holdingData = [
  'AWS::Cognito::UserPool',
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EFS::FileSystem',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Serverless::SimpleTable',
];
/** CloudFormation does not delete a bucket that holds objects. */
const bucket = 'AWS::S3::Bucket';
/** These hold what is passing, or are not deleted while they hold something. */
const passing = ['AWS::Logs::LogGroup', bucket, 'AWS::SQS::Queue'];

/** What both take. */
const policies = ['Delete', 'Retain', 'Snapshot'];

/** These are kept as a snapshot when nothing is said. */
const kept = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

export const cfnStatefulDeletionPolicy = defineRule({
  id: 'cfn-stateful-deletion-policy',
  level: 'info',
  category: 'reliability',
  stage: 'source',
  title: 'Stateful resource without deletion policy',
  description:
    'CloudFormation deletes a table, user pool, database or file system with all that is in it when the stack goes, when the resource is taken out of the template, and when a changed property has it replaced. `DeletionPolicy` decides for the first two, `UpdateReplacePolicy` for the third: `Retain`, `Snapshot` (for databases), or `Delete` where the data may really go. Spared are queues and log groups, whose contents are passing; buckets, which CloudFormation does not delete while they hold objects; what has deletion protection; and instances of a database cluster, which has the data. Only one of the two set is a warning for all of them but buckets, because the other way to lose the data is then left open; where the one is `Delete`, the other is too without being set. Databases without `DeletionPolicy` are kept as a snapshot.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html (cfn-lint I3011, W3011)',
  fixes: { DeletionPolicy: 'unsafe', DeletionPolicyKept: 'unsafe', UpdateReplacePolicy: 'unsafe', explicit: 'safe' },
  messages: {
    neither:
      "'{id}' has neither DeletionPolicy nor UpdateReplacePolicy: when it is deleted or replaced, its data is gone.",
    neitherKept:
      "'{id}' has neither DeletionPolicy nor UpdateReplacePolicy; say Snapshot or Retain rather than trust in the default.",
    DeletionPolicyKept:
      "'{id}' has no 'DeletionPolicy' beside its 'UpdateReplacePolicy'; say it too rather than trust in the default.",
    DeletionPolicy:
      "'{id}' has no 'DeletionPolicy' beside its 'UpdateReplacePolicy': its data is gone when the stack is deleted.",
    UpdateReplacePolicy:
      "'{id}' has no 'UpdateReplacePolicy' beside its 'DeletionPolicy': its data is gone when it is replaced.",
    explicit: "'{id}' says 'Delete' for '{present}' only; say it for '{missing}' too.",
  },
  example: {
    in: 'resources',
    fails: '‹Orders›: {Type: AWS::Serverless::SimpleTable}',
    passes: `
Orders:
  Type: AWS::Serverless::SimpleTable
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain`,
  },
  on: [...holdingData, ...passing],
  check(node, cx) {
    const { id, body, type } = node;
    const missing = attributes.filter((name) => isNothing(get(body, name)));
    const [absent] = missing;
    if (absent === undefined) return;
    if (missing.length === 2) {
      if (isSpared(node)) return;
      cx.report(kept.includes(type) ? 'neitherKept' : 'neither', node.at, { data: { id } });
      return;
    }
    const present = attributes.find((name) => name !== absent)!;
    const deletes = get(body, present) === 'Delete';
    if (type === bucket && !deletes) return;
    const isKept = absent === 'DeletionPolicy' && kept.includes(type);
    cx.report(deletes ? 'explicit' : isKept ? 'DeletionPolicyKept' : absent, cx.keyOf(body, present), {
      data: { id, present, missing: absent },
      level: deletes || isKept ? 'info' : 'warning',
      fix: addTwin(node, present, absent),
    });
  },
});

const isSpared = (node: ResourceNode): boolean => {
  if (passing.includes(node.type)) return true;
  if (node.type === 'AWS::RDS::DBInstance' && !node.lacks('DBClusterIdentifier')) return true;
  return !node.lacks('DeletionProtection') || !node.lacks('DeletionProtectionEnabled');
};

const addTwin = ({ body }: ResourceNode, present: Attribute, absent: Attribute) => {
  const value = get(body, present);
  const at = entryOf(body, present);
  // A replacement has no such setting.
  const twin = value === 'RetainExceptOnCreate' ? 'Retain' : value;
  if (!at || !isString(twin) || !policies.includes(twin) || absent in body) return undefined;
  return insertAfter(at, absent, twin);
};
