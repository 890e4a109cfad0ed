import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { type Call, callsOf } from '../facts/access/calls.ts';
import { keyBehind, readingRole, readKeys, sendKeys } from '../facts/access/encryption.ts';
import { keyLetsIn } from '../facts/access/key-policy.ts';
import { permissionOf } from '../facts/access/permission.ts';
import { type Read, readsOf } from '../facts/access/reads.ts';

export const accessEncryptionKey = defineTemplateRule({
  id: 'access-encryption-key',
  level: 'warning',
  category: 'correctness',
  stage: 'expanded',
  needs: ['AWS::KMS::Key', 'AWS::SNS::Topic', 'AWS::SQS::Queue'],
  title: 'Encryption key that keeps a service or reader out',
  description:
    'SNS, S3, EventBridge and alarms send to an encrypted queue or topic only where its key lets them: `kms:GenerateDataKey` and `kms:Decrypt` for their principal in the key policy. The policies of the keys of AWS, `alias/aws/sqs` and `alias/aws/sns`, let none of them in and cannot be changed. Use a key of your own, or the encryption that SQS manages itself (`SqsManagedSseEnabled`). S3 tries it when it makes the notification, so there it is an error; elsewhere messages are lost silently. Event source mappings and pipes read an encrypted queue or stream with the role of the function or pipe, which needs `kms:Decrypt` on a key of your own. CloudWatch Logs uses the key of a log group itself: it refuses a key whose policy does not let `logs.<region>.amazonaws.com` in, and the default policy of a key lets in no service.',
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
    logs: "The policy of '{key}' does not let CloudWatch Logs in, so it refuses the log group '{group}'; allow logs.{region}.amazonaws.com kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe*.",
    reader:
      "'{reader}' reads '{target}', which is encrypted with '{key}', but its role '{role}' does not allow kms:Decrypt on that, so it receives nothing; allow it.",
    managed:
      "'{target}' is encrypted with '{key}', which does not let {principal} in, so {consequence}; use a key of your own, or for a queue 'SqsManagedSseEnabled'.",
    policy:
      "'{target}' is encrypted with '{key}', whose policy does not let {principal} in, so {consequence}; allow it kms:GenerateDataKey and kms:Decrypt.",
  },
  check(cx) {
    if (cx.resources('AWS::KMS::Key').length > 0) {
      for (const read of readsOf(cx)) checkReader(read, cx);
      for (const group of cx.resources('AWS::Logs::LogGroup')) checkLogGroup(group, cx);
    }
    if (cx.resources('AWS::SNS::Topic', 'AWS::SQS::Queue').some(isEncrypted)) {
      for (const call of callsOf(cx)) checkSender(call, cx);
    }
  },
});

const isEncrypted = (target: ResourceNode): boolean => !target.lacks('KmsMasterKeyId');

const checkSender = (call: Call, cx: RuleContext): void => {
  const { target, sender, isTried, at } = call;
  if (!target || !isEncrypted(target)) return;
  const { way, answer: permitted } = permissionOf(call, cx);
  if (permitted === 'no') return;
  for (const { key, managed, at: keyAt, answer } of sendKeys(call, way, cx)) {
    if (answer !== 'no') continue;
    const consequence = isTried ? `AWS refuses '${sender.owner.id}'` : 'what it sends is lost';
    const principal = `${sender.service}.amazonaws.com`;
    const data = { target: target.id, key: key?.id ?? managed!, principal, consequence };
    const level = isTried ? 'error' : 'warning';
    cx.report(managed ? 'managed' : 'policy', at, { data, level, related: [keyAt], logicalId: sender.owner.id });
  }
};

/** CloudWatch Logs tries the key of a log group when it makes the group. */
const checkLogGroup = (group: ResourceNode, cx: RuleContext): void => {
  for (const { value } of group.all('KmsKeyId')) {
    const key = keyBehind(cx.target(value), cx);
    if (!key || keyLetsIn(key, 'logs', cx) !== 'no') continue;
    const data = { key: key.id, group: group.id, region: cx.region };
    // What is wrong with the reference itself is reported at the value.
    cx.report('logs', group.keyPlace('KmsKeyId'), { data, level: 'error', related: [key.at], logicalId: group.id });
  }
};

/** What a queue or stream holds is decrypted with the role that reads it. */
const checkReader = (read: Read, cx: RuleContext): void => {
  const { source, reader, owner, at } = read;
  const role = readingRole(read, cx);
  for (const { key, at: keyAt, answer } of readKeys(read, cx)) {
    if (!role || !key || answer !== 'no') continue;
    const data = { reader: reader.id, target: source.id, key: key.id, role: role.id };
    cx.report('reader', at, { data, related: [keyAt, role.at], logicalId: owner.id });
  }
};
