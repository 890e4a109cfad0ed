import { samTransformMissing } from '../../../src/lint/rules/sam-transform-missing.ts';
import { tester } from '../tester.ts';

const table = `Resources:
  Topic: {Type: AWS::SNS::Topic}
  Table: {Type: AWS::Serverless::SimpleTable}
  Other: {Type: AWS::Serverless::SimpleTable}
`;
const transform = 'Transform: AWS::Serverless-2016-10-31\n';

tester.run(samTransformMissing, {
  valid: [
    transform + table,
    `Transform: [AWS::LanguageExtensions, 'AWS::Serverless-2016-10-31']\n${table}`,
    `Transform: !Sub 'AWS::Serverless-2016-10-31'\n${table}`,
    'Resources:\n  Topic: {Type: AWS::SNS::Topic}\n',
  ],
  invalid: [
    {
      template: `AWSTemplateFormatVersion: '2010-09-09' # the only one
Description: orders

# what we keep
${table}`,
      problems: [{ messageId: 'missing', line: 7, column: 17, endColumn: 45, level: 'error', data: { id: 'Table' } }],
      output: `AWSTemplateFormatVersion: '2010-09-09' # the only one
${transform}Description: orders

# what we keep
${table}`,
    },
    {
      template: `# orders\n\n${table}`,
      problems: [{ messageId: 'missing', line: 5, column: 17 }],
      output: `# orders\n\n${transform}${table}`,
    },
    {
      template: `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Resources": {"Table": {"Type": "AWS::Serverless::SimpleTable"}}
}`,
      problems: [{ messageId: 'missing', line: 3, column: 35 }],
      output: `{
  "AWSTemplateFormatVersion": "2010-09-09",
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {"Table": {"Type": "AWS::Serverless::SimpleTable"}}
}`,
    },
    {
      template: `Transform: AWS::Serverless-2016-10-13 # SAM\n${table}`,
      problems: [{ messageId: 'misspelt', line: 1, column: 12, endColumn: 38 }],
      output: `Transform: AWS::Serverless-2016-10-31 # SAM\n${table}`,
    },
    {
      template: `Transform: AWS::LanguageExtensions\n${table}`,
      problems: [{ messageId: 'other', line: 1, column: 1, endColumn: 10 }],
      output: `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\n${table}`,
    },
    {
      template: `Transform:\n  - 'Ours' # first\n${table}`,
      problems: [{ messageId: 'other', line: 1, column: 1 }],
      output: `Transform:\n  - 'Ours' # first\n  - AWS::Serverless-2016-10-31\n${table}`,
    },
    {
      template: `Transform: [Ours]\n${table}`,
      problems: [{ messageId: 'other', line: 1, column: 1 }],
      output: `Transform: [Ours, AWS::Serverless-2016-10-31]\n${table}`,
    },
    {
      template: `Transform:\n  Name: AWS::Include\n  Parameters: {Location: a.yaml}\n${table}`,
      problems: [{ messageId: 'other', line: 1, column: 1 }],
    },
    {
      template: `Transform:\n${table}`,
      problems: [{ messageId: 'other', line: 1, column: 1 }],
    },
  ],
});
