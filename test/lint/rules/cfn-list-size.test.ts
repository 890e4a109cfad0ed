import { cfnListSize } from '../../../src/lint/rules/cfn-list-size.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnListSize, {
  valid: [
    of('AWS::Lambda::EventSourceMapping', 'Topics: [a], Queues: [!Ref Q]'),
    of('AWS::Lambda::EventSourceMapping', 'Topics: [a, !If [C, b, !Ref AWS::NoValue]]'),
    of('AWS::Lambda::EventSourceMapping', 'Topics: !Ref Topics'),
    of('AWS::Lambda::EventSourceMapping', 'Topics: [{"Fn::Transform": {Name: M}}, a]'),
  ],
  invalid: [
    {
      template: of('AWS::Lambda::EventSourceMapping', 'Topics: [a, b]'),
      problems: [{ messageId: 'wrong', line: 4, column: 26, data: { count: '2 entries', bounds: 'exactly 1' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', 'Topics: []'),
      problems: [{ messageId: 'wrong', line: 4, column: 26, data: { count: '0 entries' } }],
    },
    {
      template: of('AWS::Lambda::EventSourceMapping', 'Topics: [a, !If [C, b, c], !Ref AWS::NoValue]'),
      problems: [{ messageId: 'wrong', line: 4, column: 26, data: { count: '2 entries' } }],
    },
  ],
});
