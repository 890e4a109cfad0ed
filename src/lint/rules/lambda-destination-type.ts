import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { wrongReceiver } from '../facts/events/receivers.ts';
import { isPlainMap } from '../facts/templates/choices.ts';

const kinds = ['SQS', 'SNS', 'Lambda', 'EventBridge', 'S3Bucket'];
/** Those that SAM makes where the author names none. */
const generated = ['SQS', 'SNS'];
const standard = {
  types: [
    ...['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::Events::EventBus'],
    ...['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  ],
  services: ['sqs', 'sns', 'lambda', 'events'],
};
const receivers = {
  OnSuccess: standard,
  OnFailure: { types: [...standard.types, 'AWS::S3::Bucket'], services: [...standard.services, 's3'] },
};

export const lambdaDestinationType = defineRule({
  id: 'lambda-destination-type',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Unsupported async destination',
  description:
    'The destination of an asynchronous invocation is a standard SQS queue, a standard SNS topic, a function or an event bus; for failures also an S3 bucket.',
  source: 'https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html',
  supersedes: ['iam-policy-document', 'wrong-value', 'missing-destination'],
  messages: {
    type: "The {which} destination '{target}' is {found}; allowed: {allowed}.",
    arn: "The {which} destination is an ARN of '{service}'; allowed: {allowed}.",
    url: "A 'Ref' of the queue '{target}' gives its URL; a destination is an ARN: Fn::GetAtt {target}.Arn.",
    fifo: '{target} is FIFO; {which} takes standard queues and topics only.',
    kind: "The type of the {which} destination is '{found}'; it must be {allowed}.",
    noKind: "The {which} destination has no 'Type'; it must be {allowed}.",
    missing:
      "A destination of type {type} needs 'Destination'; only for SQS and SNS one is made where it is not given.",
  },
  example: {
    in: 'function',
    fails:
      "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: ‹!Sub 'arn:${AWS::Partition}:kinesis:${AWS::Region}:${AWS::AccountId}:stream/failed'›}}}",
    passes:
      "EventInvokeConfig: {DestinationConfig: {OnFailure: {Type: SQS, Destination: !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:failed'}}}",
  },
  on: ['AWS::Lambda::EventInvokeConfig'],
  check(config, cx) {
    const written = cx.written(cx.owner(config.id, undefined).logicalId);
    for (const which of ['OnSuccess', 'OnFailure'] as const) {
      if (written?.type === 'AWS::Serverless::Function' && !checkKind(written, which, cx)) continue;
      for (const found of config.all('DestinationConfig', which, 'Destination')) checkTarget(found, which, cx);
    }
  },
});

type Outcome = 'OnSuccess' | 'OnFailure';

/** SAM names the kind of a destination too. Whether it may be right. */
const checkKind = (fn: ResourceNode, which: Outcome, cx: RuleContext): boolean => {
  const path = ['EventInvokeConfig', 'DestinationConfig', which];
  if (!isPlainMap(fn.get(...path))) return true;
  const allowed = kinds.filter((kind) => kind !== 'S3Bucket' || which === 'OnFailure');
  const common = { which, allowed: allowed.join(', ') };
  if (fn.lacks(...path, 'Type')) {
    cx.report('noKind', fn.keyPlace(...path), { data: common, related: [fn.place(...path)] });
    return false;
  }
  const given = fn.strings(...path, 'Type');
  const wrong = given.filter(({ value }) => !allowed.includes(value));
  for (const { value: found, at } of wrong) cx.report('kind', at, { data: { ...common, found } });
  const [bare] = given.filter(({ value }) => allowed.includes(value) && !generated.includes(value));
  if (bare && fn.lacks(...path, 'Destination')) {
    cx.report('missing', fn.keyPlace(...path), { data: { type: bare.value }, related: [fn.place(...path)] });
  }
  return wrong.length === 0;
};

const checkTarget = ({ value, at }: Found, which: Outcome, cx: RuleContext): void => {
  const wrong = wrongReceiver(value, receivers[which], cx);
  if (!wrong) return;
  const { messageId, target, service = '' } = wrong;
  const related = [target?.at];
  if (messageId === 'fifo') {
    const name = target ? `The destination '${target.id}'` : 'The destination';
    return cx.report('fifo', at, { data: { which, target: name }, related });
  }
  const allowed = `standard SQS queue, standard SNS topic, function, event bus${which === 'OnFailure' ? ', S3 bucket' : ''}`;
  const data = { which, allowed, target: target?.id ?? '', found: target?.type ?? '', service };
  cx.report(messageId, at, { data, related });
};
