import { apigwCanaryPercent } from '../../../src/lint/rules/apigw-canary-percent.ts';
import { tester } from '../tester.ts';

const sam = (percent: string): string => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: s
      DefinitionUri: s3://a/b
      CanarySetting:
        PercentTraffic: ${percent}
`;
const deployment = (one: string, other: string): string => `Resources:
  D:
    Type: AWS::ApiGateway::Deployment
    Properties:
      RestApiId: x
      DeploymentCanarySettings: {PercentTraffic: ${one}}
      StageDescription: {CanarySetting: {PercentTraffic: ${other}}}
`;

tester.run(apigwCanaryPercent, {
  valid: [sam('0'), sam('100'), sam("'12.5'"), sam('!Ref Later'), deployment('1', '99.9')],
  invalid: [
    {
      template: sam('120 # all'),
      problems: [{ messageId: 'outside', line: 9, column: 25, endColumn: 28, data: { value: 120 } }],
      output: sam('100 # all'),
    },
    {
      template: deployment("'-1'", '100.5'),
      problems: [
        { messageId: 'outside', line: 6, column: 50 },
        { messageId: 'outside', line: 7, column: 58 },
      ],
      output: deployment("'0'", '100'),
    },
  ],
});
