import { defineRule, type RuleContext } from '../../model/rule.ts';
import { isIntrinsic, type Json, type JsonMap } from '../../model/tree.ts';
import { patternIn } from '../facts/events/pattern-map.ts';

const maximum = 4096;
const defaultQuota = 2048;

/** How long a pattern is at the least: what is known only at deploy time counts as one character. */
const lengthOf = (pattern: JsonMap, cx: RuleContext): number =>
  JSON.stringify(pattern, (_, value: Json) => (isIntrinsic(value) ? (cx.resolve(value) ?? 0) : value)).length;

/** Names of sources, of which two hundred are too many for a pattern. */
const shops = (count: number): string[] => Array.from({ length: count }, (_, at) => `shop.orders.${at}`);

const placed = (key: string, source: string): string => `
Placed:
  Type: AWS::Events::Rule
  Properties:
    ${key}: {source: ${source}}
    Targets: [{Id: queue, Arn: !ImportValue queue}]`;

export const eventsPatternSize = defineRule({
  id: 'events-pattern-size',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Event pattern too large',
  description: 'An event pattern has at most 4,096 characters as JSON, and 2,048 unless the quota was raised.',
  source:
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html; https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
  options: {
    quota: { default: defaultQuota, doc: 'How many characters a pattern in your account may have, up to 4,096.' },
  },
  messages: {
    tooLong: 'The pattern has {length} characters as JSON; at most {maximum} are allowed.',
    quota: 'The pattern has {length} characters as JSON; without a raised quota {maximum} are allowed.',
  },
  example: {
    in: 'resources',
    fails: () => placed('‹EventPattern›', `[${shops(200).join(', ')}]`),
    passes: () => placed('EventPattern', '[{prefix: shop.}]'),
  },
  on: ['AWS::Events::Rule'],
  check(rule, cx) {
    for (const found of rule.all('EventPattern')) {
      const pattern = patternIn(found);
      if (pattern === undefined || 'fault' in pattern) continue;
      const length = lengthOf(pattern.map, cx);
      const quota = cx.option<number>('quota');
      if (length <= Math.min(quota, maximum)) continue;
      const over = length > maximum;
      cx.report(over ? 'tooLong' : 'quota', rule.keyPlace(...found.path), {
        data: { length, maximum: over ? maximum : quota },
        level: over ? 'error' : 'warning',
      });
    }
  },
});
