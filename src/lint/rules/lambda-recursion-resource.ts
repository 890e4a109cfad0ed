import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { type Trigger, triggersOf } from '../facts/events/triggers.ts';
import { meansResource } from '../facts/policies/resource-pattern.ts';
import { allowsAction, type Grant, permissionsOf } from '../facts/policies/role-permissions.ts';

interface Kind {
  readonly writes: readonly string[];
  readonly name: string;
  readonly what: string;
}

const kinds: Readonly<Record<Trigger['kind'], Kind>> = {
  queue: { writes: ['sqs:SendMessage'], name: 'QueueName', what: 'queue' },
  topic: { writes: ['sns:Publish'], name: 'TopicName', what: 'topic' },
  bucket: { writes: ['s3:PutObject'], name: 'BucketName', what: 'bucket' },
  table: {
    writes: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:BatchWriteItem'],
    name: 'TableName',
    what: 'table',
  },
};

export const lambdaRecursionResource = defineTemplateRule({
  id: 'lambda-recursion-resource',
  level: 'warning',
  category: 'cost',
  stage: 'expanded',
  needs: ['AWS::Lambda::EventSourceMapping', 'AWS::SNS::Subscription', 'AWS::SNS::Topic', 'AWS::S3::Bucket'],
  title: 'Function writes to the resource that triggers it',
  description:
    'A function that may write to the queue, topic, bucket or table that starts it can start itself again and again. Write to another one; for a bucket it is enough to filter the event by a prefix and to write under another one only. A permission with a condition is not counted.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionRecursionConfig.html',
  messages: {
    writes:
      "'{fn}' is started by the {what} '{source}' and may write to it ({action}): it can start itself forever. Write to another {what}.",
  },
  example: {
    in: 'resources',
    fails: `
Uploads: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '\${AWS::StackName}-uploads'}}
Results: {Type: AWS::S3::Bucket}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Policies: [{‹S3WritePolicy›: {BucketName: !Sub '\${AWS::StackName}-uploads'}}]
    Events:
      Upload: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'}}`,
    passes: `
Uploads: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub '\${AWS::StackName}-uploads'}}
Results: {Type: AWS::S3::Bucket}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Policies: [{S3WritePolicy: {BucketName: !Sub '\${AWS::StackName}-results'}}]
    Events:
      Upload: {Type: S3, Properties: {Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*'}}`,
  },
  check(cx) {
    for (const [fn, triggers] of triggersOf(cx)) {
      const roles = fn.all('Role').flatMap(({ value }) => cx.target(value) ?? []);
      const role = roles.find(({ type }) => type === 'AWS::IAM::Role');
      const told = new Set<ResourceNode>();
      for (const trigger of role ? triggers : []) {
        if (!told.has(trigger.source) && checkTrigger(fn, role!, trigger, cx)) told.add(trigger.source);
      }
    }
  },
});

const checkTrigger = (fn: ResourceNode, role: ResourceNode, trigger: Trigger, cx: RuleContext): boolean => {
  const { writes, what } = kinds[trigger.kind];
  for (const grant of permissionsOf(role, cx).grants) {
    const action = grant.narrowed ? undefined : writes.find((each) => allowsAction(grant, each));
    const resource = action && grant.resources.find(({ value }) => reaches(value, trigger, cx));
    if (!resource) continue;
    cx.report('writes', resource.at, {
      data: { fn: fn.id, what, source: trigger.source.id, action },
      related: [trigger.at, trigger.source.at],
      logicalId: fn.id,
    });
    return true;
  }
  return false;
};

/** Whether a `Resource` holds what starts the function, and not only keys of a bucket that do not. */
const reaches = (value: Grant['resources'][number]['value'], trigger: Trigger, cx: RuleContext): boolean => {
  const meant = meansResource(value, trigger.source, kinds[trigger.kind].name, cx);
  if (!meant || trigger.kind !== 'bucket' || meant.rest === undefined) return meant !== undefined;
  // The ARN of the bucket alone allows no objects.
  if (meant.rest === '' && meant.by !== 'all') return false;
  const key = meant.rest.replace(/^\//, '').split(/[*?$]/, 1)[0]!;
  return (
    trigger.prefixes.length === 0 || trigger.prefixes.some((prefix) => prefix.startsWith(key) || key.startsWith(prefix))
  );
};
