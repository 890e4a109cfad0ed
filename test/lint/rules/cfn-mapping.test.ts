import { cfnMapping } from '../../../src/lint/rules/cfn-mapping.ts';
import { withTopic } from '../sections.ts';
import { tester } from '../tester.ts';

const wrong = (text: string, messageId: string, column: number, data: Record<string, string> = {}) => ({
  template: withTopic(`Mappings: {${text}}`),
  problems: [{ messageId, line: 1, column, data }],
});

tester.run(cfnMapping, {
  valid: [
    withTopic(`Mappings:
  Sizes: {us-east-1: {memory: 128, names: [a, 1], "32": true, v1.2-b: ''}}
  ByAccount: {'111122223333': {name: main}}
  "Fn::Transform": {Name: AWS::Include, Parameters: {Location: s3://a/b}}`),
    withTopic('Mappings: {A: {b: {"Fn::Transform": {Name: AWS::Include, Parameters: {Location: s3://a/b}}}}}'),
    withTopic('Transform: OurMacro\nMappings: {A_B: c}'),
  ],
  invalid: [
    wrong('A_B: {c: {d: e}}', 'name', 12, { name: 'A_B' }),
    wrong('A: b', 'levels', 15, { found: 'a string' }),
    wrong('A: {b: c}', 'levels', 19, { found: 'a string' }),
    wrong('A: {b: [c]}', 'levels', 19, { found: 'a list' }),
    wrong('A: {b: {c: {d: e}}}', 'value', 23, { found: 'a map' }),
    wrong('A: {b: {c_d: e}}', 'key', 20, { name: 'c_d' }),
    wrong('A: {b/c: {d: e}}', 'key', 16, { name: 'b/c' }),
    {
      template: withTopic('Mappings: {A: {b: {32: c}}}'),
      problems: [{ messageId: 'number', line: 1, column: 20, level: 'warning', data: { found: '32' } }],
    },
  ],
});
