import { didYouMean, nearest } from '../../model/nearest.ts';
import type { Cause } from '../../model/origin.ts';
import { defineRule, type Found, type ResourceNode, type RuleContext } from '../../model/rule.ts';
import { isMap, isString, type JsonMap, kindOf } from '../../model/tree.ts';
import { isPlainMap, lacksEntry } from '../facts/templates/choices.ts';
import { readJson } from '../facts/texts/json-text.ts';
import { listed } from '../facts/texts/names.ts';
import { writtenScalar } from '../facts/texts/written-text.ts';

/** A policy of a type: the keys that it needs, and those that it may have, where the service refuses others. */
interface Policy {
  readonly needed: readonly string[];
  readonly known?: readonly string[];
}

const policies: Readonly<Record<string, Readonly<Record<string, Policy>>>> = {
  'AWS::SQS::Queue': {
    RedrivePolicy: {
      needed: ['deadLetterTargetArn', 'maxReceiveCount'],
      known: ['deadLetterTargetArn', 'maxReceiveCount'],
    },
    RedriveAllowPolicy: { needed: ['redrivePermission'], known: ['redrivePermission', 'sourceQueueArns'] },
  },
  'AWS::SNS::Subscription': { RedrivePolicy: { needed: ['deadLetterTargetArn'] } },
};

export const sqsRedriveKeys = defineRule({
  id: 'sqs-redrive-keys',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Malformed redrive policy',
  description:
    'The `RedrivePolicy` of a queue has `deadLetterTargetArn` and `maxReceiveCount`, its `RedriveAllowPolicy` has `redrivePermission` and, where that is `byQueue`, `sourceQueueArns`; the `RedrivePolicy` of a subscription has `deadLetterTargetArn`. No schema describes them, as they are JSON to CloudFormation; SQS and SNS refuse what is not a map, or JSON as text, and a policy that lacks a key, and SQS one that has another.',
  source: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
  macros: 'silent',
  messages: {
    unknown: "'{policy}' has no key '{key}'.{near} It takes {known}.",
    missing: "'{policy}' needs '{key}'.",
    kind: "'{policy}' is {found}; it must be a map.",
    text: "'{policy}' is a text that is not JSON: expected {expected}, found {found}.",
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
  on: Object.keys(policies),
  reads: ['RedrivePolicy', 'RedriveAllowPolicy'],
  check(node, cx) {
    for (const [name, policy] of Object.entries(policies[node.type]!)) {
      for (const found of node.all(name)) {
        if (isString(found.value)) checkText(found.value, name, found.at, cx);
        else if (!isMap(found.value))
          cx.report('kind', found.at, { data: { policy: name, found: kindOf(found.value) } });
        else if (isPlainMap(found.value)) checkKeys(found.value, name, policy, found, node, cx);
      }
    }
  },
});

/** Neither an empty text, which takes the policy away, nor one that another tool fills in. */
const checkText = (text: string, policy: string, at: Cause | undefined, cx: RuleContext): void => {
  if (text.trim() === '' || text.includes('{{')) return;
  const result = readJson(writtenScalar(text, at));
  if (!('expected' in result)) return;
  const { expected, found } = result;
  cx.report('text', result.at ?? at, { data: { policy, expected, found } });
};

const checkKeys = (
  value: JsonMap,
  policy: string,
  { needed, known }: Policy,
  { path }: Found,
  node: ResourceNode,
  cx: RuleContext,
): void => {
  const keys = Object.keys(value);
  if (keys.length === 0) return;
  const unknown = known ? keys.filter((key) => !known.includes(key)) : [];
  for (const key of unknown) {
    const data = { policy, key, near: didYouMean(nearest(key, known!)), known: listed(known!) };
    cx.report('unknown', node.keyPlace(...path, key), { data });
  }
  const missing = unknown.length > 0 ? undefined : needed.find((key) => lacksEntry(value, key));
  if (missing !== undefined) cx.report('missing', node.keyPlace(policy), { data: { policy, key: missing } });
};
