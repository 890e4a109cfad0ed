import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { wrongReceiver } from '../facts/events/receivers.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

const kinds = ['SQS', 'SNS'];
const receivers = { types: ['AWS::SQS::Queue', 'AWS::SNS::Topic'], services: ['sqs', 'sns'] };

export const lambdaDlqTarget = defineRule({
  id: 'lambda-dlq-target',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Invalid function dead-letter target',
  description:
    'The dead-letter target of a function is the ARN of a standard SQS queue or a standard SNS topic. FIFO ones are a warning. The `DeadLetterQueue` of SAM needs `Type` (`SQS` or `SNS`) and `TargetArn`.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
  supersedes: ['iam-policy-document', 'incomplete-dead-letter-queue', 'wrong-value'],
  messages: {
    type: "The dead-letter target '{target}' is {found}; it must be an SQS queue or an SNS topic.",
    arn: "The dead-letter target is an ARN of '{service}'; it must be an SQS queue or an SNS topic.",
    url: "A 'Ref' of the queue '{target}' gives its URL; the dead-letter target is its ARN: Fn::GetAtt {target}.Arn.",
    fifo: '{target} is FIFO; functions send failed events to standard queues and topics only.',
    kind: "The type of 'DeadLetterQueue' is '{found}'; it must be SQS or SNS.",
    incomplete: "'DeadLetterQueue' has no '{name}'; it needs 'Type' (SQS or SNS) and 'TargetArn'.",
  },
  example: {
    in: 'function',
    fails:
      "DeadLetterQueue: {Type: SQS, TargetArn: ‹!Sub 'arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/dead'›}",
    passes:
      "DeadLetterQueue: {Type: SQS, TargetArn: !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:dead'}",
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    if (!hasRightKind(cx.written(fn.id), cx)) return;
    for (const found of fn.all('DeadLetterConfig', 'TargetArn')) checkTarget(found, cx);
  },
});

/** SAM names the kind of the target too. */
const hasRightKind = (fn: ResourceNode | undefined, cx: RuleContext): boolean => {
  if (fn?.type !== 'AWS::Serverless::Function' || !isPlainMap(fn.get('DeadLetterQueue'))) return true;
  for (const name of ['Type', 'TargetArn']) {
    if (fn.lacks('DeadLetterQueue', name)) cx.report('incomplete', fn.keyPlace('DeadLetterQueue'), { data: { name } });
  }
  const wrong = fn.strings('DeadLetterQueue', 'Type').filter(({ value }) => !kinds.includes(value));
  for (const { value, at } of wrong) cx.report('kind', at, { data: { found: value } });
  return wrong.length === 0;
};

const checkTarget = ({ value, at }: Found, cx: RuleContext): void => {
  const wrong = wrongReceiver(value, receivers, cx);
  if (!wrong) return;
  const { messageId, target, service = '' } = wrong;
  const related = [target?.at];
  if (messageId === 'fifo') {
    const name = target ? `The dead-letter target '${target.id}'` : 'The dead-letter target';
    return cx.report('fifo', at, { data: { target: name }, level: 'warning', related });
  }
  cx.report(messageId, at, { data: { target: target?.id ?? '', found: target?.type ?? '', service }, related });
};
