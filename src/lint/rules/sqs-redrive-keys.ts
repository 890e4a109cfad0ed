import { didYouMean, nearest } from '../../model/nearest.ts';
import { defineRule } from '../../model/rule.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { listed } from '../facts/texts/names.ts';

const policies = {
  RedrivePolicy: {
    needed: ['deadLetterTargetArn', 'maxReceiveCount'],
    known: ['deadLetterTargetArn', 'maxReceiveCount'],
  },
  RedriveAllowPolicy: { needed: ['redrivePermission'], known: ['redrivePermission', 'sourceQueueArns'] },
};

export const sqsRedriveKeys = defineRule({
  id: 'sqs-redrive-keys',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Redrive policy with other keys than SQS knows',
  description:
    'The `RedrivePolicy` of a queue has `deadLetterTargetArn` and `maxReceiveCount`, its `RedriveAllowPolicy` has `redrivePermission` and, where that is `byQueue`, `sourceQueueArns`. No schema describes them, as they are JSON to CloudFormation; SQS refuses a policy that lacks a key or has another.',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  macros: 'silent',
  messages: {
    unknown: "'{policy}' has no key '{key}'.{near} It takes {known}.",
    missing: "'{policy}' needs '{key}'.",
  },
  example: {
    in: 'resources',
    fails: `
Jobs:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy: {‹deadLetterTargetARN›: !ImportValue dead, maxReceiveCount: 5}
`,
    passes: `
Jobs:
  Type: AWS::SQS::Queue
  Properties:
    RedrivePolicy: {deadLetterTargetArn: !ImportValue dead, maxReceiveCount: 5}
`,
  },
  on: ['AWS::SQS::Queue'],
  check(queue, cx) {
    for (const [policy, { needed, known }] of Object.entries(policies)) {
      for (const { value, path } of queue.all(policy)) {
        if (!isPlainMap(value) || Object.keys(value).length === 0) continue;
        const unknown = Object.keys(value).filter((key) => !known.includes(key));
        for (const key of unknown) {
          const data = { policy, key, near: didYouMean(nearest(key, known)), known: listed(known) };
          cx.report('unknown', queue.keyPlace(...path, key), { data });
        }
        const missing = unknown.length > 0 ? undefined : needed.find((key) => lacksEntry(value, key));
        if (missing !== undefined) cx.report('missing', queue.keyPlace(policy), { data: { policy, key: missing } });
      }
    }
  },
});
