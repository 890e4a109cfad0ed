import { defineTemplateRule, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { get, isString } from '../../model/tree.ts';
import { type Call, callsOf } from '../facts/access/calls.ts';
import { keyLetsIn } from '../facts/access/key-policy.ts';
import { permissionOf } from '../facts/access/permission.ts';
import { mayDecrypt } from '../facts/access/reader-key.ts';
import { type Read, readsOf } from '../facts/access/reads.ts';
import { roleBehind } from '../facts/access/role.ts';

/** The keys of AWS for queues and topics: their policies cannot be changed. */
const managed = /^(alias|arn:.*:alias)\/aws\/(sqs|sns)$/;

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
  const { way, answer } = permissionOf(call, cx);
  if (answer === 'no' || (way !== 'queue' && way !== 'topic')) return;
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

/** Where the key of what is read stands. */
const readKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Kinesis::Stream', ['StreamEncryption', 'KeyId']],
  ['AWS::SQS::Queue', ['KmsMasterKeyId']],
]);

/** What a queue or stream holds is decrypted with the role that reads it. */
const checkReader = ({ source, reader, owner, at }: Read, cx: RuleContext): void => {
  const path = readKeys.get(source.type);
  const roles = reader.all(reader.type === 'AWS::Pipes::Pipe' ? 'RoleArn' : 'Role');
  const role = roles.length === 1 ? roleBehind(roles[0]!.value, cx) : undefined;
  if (!path || !role) return;
  for (const { value, at: keyAt } of source.all(...path)) {
    const key = keyBehind(cx.target(value), cx);
    if (!key || mayDecrypt(role, key, cx) !== 'no') continue;
    const data = { reader: reader.id, target: source.id, key: key.id, role: role.id };
    cx.report('reader', at, { data, related: [keyAt, role.at], logicalId: owner.id });
  }
};

const keyBehind = (node: ResourceNode | undefined, cx: RuleContext): ResourceNode | undefined => {
  const key = node?.type === 'AWS::KMS::Alias' ? cx.target(get(node.properties, 'TargetKeyId')) : node;
  return key?.type === 'AWS::KMS::Key' ? key : undefined;
};
