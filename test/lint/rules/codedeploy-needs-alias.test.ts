import { codedeployNeedsAlias } from '../../../src/lint/rules/codedeploy-needs-alias.ts';
import { gradual } from '../templates.ts';
import { tester } from '../tester.ts';

const without = (preference: string) => gradual(preference, 'Timeout: 3');

tester.run(codedeployNeedsAlias, {
  valid: [
    gradual('{Type: AllAtOnce}'),
    without('{Type: AllAtOnce, Enabled: false}'),
    without('{}'),
    without('{Enabled: }'),
  ],
  invalid: [
    {
      template: without('{Type: AllAtOnce}'),
      problems: [{ messageId: 'alias', line: 9, column: 7, endColumn: 27 }],
      output: gradual('{Type: AllAtOnce}', 'Timeout: 3\nAutoPublishAlias: live'),
    },
    {
      template: `Globals:
  Function:
    DeploymentPreference: {Type: AllAtOnce}
Resources:
  A: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: i.h, Runtime: nodejs22.x}}
`,
      problems: [{ messageId: 'alias', line: 3, column: 5, endColumn: 25 }],
    },
    {
      template: `Resources:
  A:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: i.h, Runtime: nodejs22.x, VersionDeletionPolicy: Retain}
`,
      problems: [{ messageId: 'alias', line: 4, column: 68, data: { name: 'VersionDeletionPolicy' } }],
      output: `Resources:
  A:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: i.h, Runtime: nodejs22.x, AutoPublishAlias: live, VersionDeletionPolicy: Retain}
`,
    },
  ],
});
