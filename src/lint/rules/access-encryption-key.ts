import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { callsOf } from '../facts/access/calls.ts';
import { keyLetsIn } from '../facts/access/key-policy.ts';
import { permissionOf } from '../facts/access/permission.ts';

/** The keys of AWS for queues and topics: their policies cannot be changed. */
const managed = /^(alias|arn:.*:alias)\/aws\/(sqs|sns)$/;

export const accessEncryptionKey = defineTemplateRule({
  id: 'access-encryption-key',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  title: 'Encryption key that keeps the sender out',
  description:
    'SNS, S3, EventBridge and alarms send to an encrypted queue or topic only where its key lets them: `kms:GenerateDataKey` and `kms:Decrypt` for their principal in the key policy. The policies of the keys of AWS, `alias/aws/sqs` and `alias/aws/sns`, let none of them in and cannot be changed. Use a key of your own, or the encryption that SQS manages itself (`SqsManagedSseEnabled`). S3 tries it when it makes the notification, so there it is an error; elsewhere messages are lost silently.',
  source:
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services',
  example: {
    in: 'resources',
    fails: `
Invoices: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: alias/aws/sqs}}
Changes:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [orders]}
    Targets: [{Id: invoices, Arn: ‹!GetAtt Invoices.Arn›}]
ChangesMaySend:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Invoices]
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Invoices.Arn}`,
    passes: `
Invoices: {Type: AWS::SQS::Queue, Properties: {SqsManagedSseEnabled: true}}
Changes:
  Type: AWS::Events::Rule
  Properties:
    EventPattern: {source: [orders]}
    Targets: [{Id: invoices, Arn: !GetAtt Invoices.Arn}]
ChangesMaySend:
  Type: AWS::SQS::QueuePolicy
  Properties:
    Queues: [!Ref Invoices]
    PolicyDocument:
      Version: '2012-10-17'
      Statement:
        - {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: 'sqs:SendMessage', Resource: !GetAtt Invoices.Arn}`,
  },
  messages: {
    managed:
      "'{target}' is encrypted with '{key}', which does not let {principal} in, so {consequence}; use a key of your own, or for a queue 'SqsManagedSseEnabled'.",
    policy:
      "'{target}' is encrypted with '{key}', whose policy does not let {principal} in, so {consequence}; allow it kms:GenerateDataKey and kms:Decrypt.",
  },
  check(cx) {
    for (const call of callsOf(cx)) {
      const { target, sender, isTried, at } = call;
      if (!target || target.lacks('KmsMasterKeyId')) continue;
      const { way, answer } = permissionOf(call, cx);
      if (answer === 'no' || (way !== 'queue' && way !== 'topic')) continue;
      for (const { value, at: keyAt } of target.all('KmsMasterKeyId')) {
        const name = cx.resolve(value);
        const isManaged = isString(name) && managed.test(name);
        const key = isManaged ? undefined : keyBehind(cx.target(value), cx);
        if (!isManaged && !(key && keyLetsIn(key, sender.service, cx) === 'no')) continue;
        const consequence = isTried ? `AWS refuses '${sender.owner.id}'` : 'what it sends is lost';
        const principal = `${sender.service}.amazonaws.com`;
        const data = { target: target.id, key: key?.id ?? String(name), principal, consequence };
        const level = isTried ? 'error' : 'warning';
        cx.report(isManaged ? 'managed' : 'policy', at, { data, level, related: [keyAt], logicalId: sender.owner.id });
      }
    }
  },
});

const keyBehind = (node: ResourceNode | undefined, cx: RuleContext): ResourceNode | undefined => {
  const key = node?.type === 'AWS::KMS::Alias' ? cx.target(get(node.properties, 'TargetKeyId')) : node;
  return key?.type === 'AWS::KMS::Key' ? key : undefined;
};
