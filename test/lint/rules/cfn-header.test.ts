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
    transform('{key: a}', 12, 'a map with key'),
    transform('[AWS::Serverless-2016-10-31, 5]', 41, 'a number'),
    {
      template: withTopic('Transform: {Name: AWS::Include, Location: a}'),
      problems: [{ messageId: 'key', line: 1, column: 33, data: { name: 'Location' } }],
    },
  ],
});
