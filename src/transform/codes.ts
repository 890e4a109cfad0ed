import type { CodeDocs } from '../model/code-doc.ts';

/** The codes of the expansion. */
export const transformCodes: CodeDocs = {
  'parameter-refused': {
    title: 'Value given for a parameter that does not take it',
    why: 'CloudFormation makes no stack with a value that the declaration of the parameter excludes by `Type`, `AllowedValues`, `AllowedPattern`, `MinLength`, `MaxLength`, `MinValue` or `MaxValue`. Defaults are checked by the rule `cfn-parameter`.',
    cure: 'Give another value, or let the parameter allow it.',
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    example: {
      fails: `
Parameters:
  ‹Stage›: {Type: String, AllowedValues: [test, live]}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
      passes: `
Parameters:
  Stage: {Type: String, AllowedValues: [test, live, dev]}
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Stage}}
`,
      parameters: { Stage: 'dev' },
    },
  },
};
