import { snsFilterPolicy } from '../../../src/lint/rules/sns-filter-policy.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const subscription = (policy: string, scope = 'MessageBody') =>
  resource('AWS::SNS::Subscription', `TopicArn: t, FilterPolicyScope: ${scope}, FilterPolicy: ${policy}`);
const values = (count: number) => `[${Array.from({ length: count }, (_, at) => `v${at}`).join(', ')}]`;

tester.run(snsFilterPolicy, {
  valid: [
    subscription('{a: [1], b: [1], c: [1], d: [1], e: {f: [1], g: [1]}}'),
    subscription(`{a: ${values(10)}, b: ${values(15)}}`),
    subscription(`{a: !Ref Values, b: ${values(200)}}`),
    subscription('{a: {b: [1]}}', '!Ref Scope'),
    subscription('!Ref Policy', 'MessageAttributes'),
    subscription(
      "{price: [{numeric: ['>=', 20, '<', 30]}, {exists: false}], kind: [{anything-but: [a]}, {prefix: b}, null]}",
    ),
    subscription('{$or: [{a: [{prefix: b}]}, {b: [1]}], c: [!Ref Filter]}'),
  ],
  invalid: [
    {
      template: subscription('{a: [1], b: [1], c: [1], d: [1], e: [1], f: [1]}'),
      problems: [{ messageId: 'keys', line: 4, column: 63, endColumn: 75, data: { count: 6 } }],
    },
    {
      template: subscription(`{a: ${values(4)}, b: {c: ${values(10)}, d: {e: [1]}}}`),
      problems: [{ messageId: 'combinations', line: 4, column: 63, data: { combinations: 240 } }],
    },
    {
      template: subscription('{a: {b: urgent}}'),
      problems: [{ messageId: 'scalar', line: 4, column: 85, data: { name: 'b', found: "'urgent'" } }],
    },
    {
      template: subscription('{a: {b: [1]}}', 'MessageAttributes'),
      problems: [{ messageId: 'nested', line: 4, column: 84 }],
    },
    {
      template: subscription(`{a: ["${'x'.repeat(262_144)}"]}`),
      problems: [{ messageId: 'bytes', line: 4, column: 63 }],
    },
    {
      template: `Resources:
  A: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref T, FilterPolicy: {a: [1]}}}
  B: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref T, FilterPolicy: {a: [2]}}}
  C: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref U, FilterPolicy: {a: [2]}}}
  T: {Type: AWS::SNS::Topic}
  U: {Type: AWS::SNS::Topic}
`,
      options: { perTopic: 1 },
      problems: [{ messageId: 'perTopic', line: 3, column: 68, level: 'warning', data: { count: 2 } }],
    },
    {
      template: subscription(`'{"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]}'`),
      problems: [{ messageId: 'keys', line: 4, column: 77, data: { count: 6 } }],
    },
    {
      template: subscription("{price: [{numeric: ['>=', 30, '<', 20]}]}"),
      problems: [{ messageId: 'operand', line: 4, column: 86, data: { name: 'numeric' } }],
    },
    {
      template: subscription('{$or: [{a: [{prefx: b}]}, {b: [{prefix: a, suffix: b}]}]}'),
      problems: [
        { messageId: 'unknownFilter', line: 4, column: 89, data: { near: " Did you mean 'prefix'?" } },
        { messageId: 'manyFilters', line: 4, column: 108, data: { name: 'prefix', second: 'suffix' } },
      ],
    },
    {
      template: subscription(`'{"a":[{"exists":"no"}]}'`),
      problems: [{ messageId: 'operand', line: 4, column: 77, data: { name: 'exists' } }],
    },
    {
      template: subscription('{a: [{}]}'),
      problems: [{ messageId: 'empty', line: 4, column: 82, data: { what: 'A filter' } }],
    },
  ],
});
