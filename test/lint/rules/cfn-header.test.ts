import { cfnHeader } from '../../../src/lint/rules/cfn-header.ts';
import { withTopic } from '../sections.ts';
import { tester } from '../tester.ts';

const transform = (text: string, column: number, found: string) => ({
  template: withTopic(`Transform: ${text}`),
  problems: [{ messageId: 'transform', line: 1, column, data: { found } }],
});

tester.run(cfnHeader, {
  valid: [
    withTopic("AWSTemplateFormatVersion: '2010-09-09'"),
    withTopic('Transform: [AWS::SecretsManager-2024-09-16, AWS::SomethingOfTomorrow, AWS::Serverless-2016-10-31-test]'),
    withTopic(
      'AWSTemplateFormatVersion: 2010-09-09\nTransform: [AWS::Serverless-2016-10-31, {Name: Ours, Parameters: {a: b}}]',
    ),
  ],
  invalid: [
    {
      template: withTopic('AWSTemplateFormatVersion: 2010-09-10'),
      problems: [{ messageId: 'version', line: 1, column: 27, data: { found: '2010-09-10' } }],
      output: withTopic("AWSTemplateFormatVersion: '2010-09-09'"),
    },
    {
      template: withTopic('Transform: [AWS::LanguageExtension, {Name: AWS::Serverless-2016-10-30}]'),
      problems: [
        { messageId: 'unknown', line: 1, column: 13, data: { near: 'AWS::LanguageExtensions' } },
        { messageId: 'unknown', line: 1, column: 37, data: { near: 'AWS::Serverless-2016-10-31' } },
      ],
    },
    transform('{key: a}', 12, 'a map with key'),
    transform('[AWS::Serverless-2016-10-31, 5]', 41, 'a number'),
    {
      template: withTopic('Transform: {Name: AWS::Include, Location: a}'),
      problems: [{ messageId: 'key', line: 1, column: 33, data: { name: 'Location' } }],
    },
  ],
});
