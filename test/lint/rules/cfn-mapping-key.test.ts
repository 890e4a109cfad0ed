import { cfnMappingKey } from '../../../src/lint/rules/cfn-mapping-key.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const topic = (value: string, more = '') => `Parameters:
  Stage: {Type: String, Default: dev}
  Any: {Type: String}
  Kind: {Type: String, AllowedValues: [live, test, spare, 7]}
Mappings:
  Sizes: {live: {memory: 1024}, test: {memory: 128, zones: [a, b]}}
  Regions: {us-east-1: {name: one}}
Conditions: {IsKnown: !Not [!Equals [!Ref Stage, dev]]}
Resources:
  Topic:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: ${value}
${more}`;
const wrong = (value: string, messageId: string, column: number, data: Record<string, string>) => ({
  template: topic(value),
  problems: [{ messageId, line: 13, column, data, level: messageId === 'default' ? 'warning' : 'error' }],
});

tester.run(cfnMappingKey, {
  valid: [
    topic('!FindInMap [Sizes, live, memory]'),
    topic('!FindInMap [Sizes, !Ref Any, zones]'),
    topic('!If [IsKnown, !FindInMap [Sizes, !Ref Kind, memory], other]'),
    topic('!FindInMap [Sizes, !Ref Kind, memory]').replace('Type: AWS::SNS', 'Condition: IsKnown\n    Type: AWS::SNS'),
    topic('!FindInMap [Regions, !Ref AWS::Region, name]'),
    topic('!If [IsKnown, !FindInMap [Sizes, !Ref Stage, memory], other]'),
    topic('!FindInMap [Sizes, prod, memory, {DefaultValue: 1}]', 'Transform: AWS::LanguageExtensions\n'),
    topic('!FindInMap [Sizes, prod, memory]', 'Transform: [OurMacro]\n'),
    topic('!FindInMap [Sizes, prod, memory]').replace('live:', '"Fn::Transform": {Name: A}, live:'),
  ],
  invalid: [
    marked(topic('!FindInMap [Sizes, ‹!Ref Kind›, memory]'), {
      messageId: 'permitted',
      level: 'warning',
      data: { parameter: 'Kind', keys: "'spare', '7'", mapping: 'Sizes' },
    }),
    marked(topic('!FindInMap [Sizes, live, ‹!Ref Kind›]'), {
      messageId: 'permitted',
      data: { under: " under 'live'" },
    }),
    wrong('!FindInMap [Sizes, prod, memory]', 'missing', 39, { key: 'prod', allowed: 'live, test' }),
    wrong('!FindInMap [Sizes, live, memry]', 'missing', 45, { near: "Did you mean 'memory'?" }),
    wrong('!FindInMap [Sizes, !Ref Any, size]', 'missing', 49, { key: 'size' }),
    wrong('!FindInMap [Sizes, !Ref Stage, memory]', 'default', 39, { parameter: 'Stage', key: 'dev' }),
  ],
});
