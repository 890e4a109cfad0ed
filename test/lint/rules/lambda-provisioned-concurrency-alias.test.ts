import { lambdaProvisionedConcurrencyAlias } from '../../../src/lint/rules/lambda-provisioned-concurrency-alias.ts';
import { tester } from '../tester.ts';

const serverless = (properties: string) => `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {${properties}}
`;

tester.run(lambdaProvisionedConcurrencyAlias, {
  valid: [
    serverless('AutoPublishAlias: live, ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}'),
    `Resources: {A: {Type: AWS::Lambda::Alias, Properties: {FunctionVersion: '3', ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}}}}
`,
  ],
  invalid: [
    {
      template: serverless('ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 0}'),
      problems: [
        { messageId: 'noAlias', line: 4, column: 18 },
        { messageId: 'few', line: 4, column: 82, data: { value: 0 } },
      ],
    },
    {
      template: `Resources:
  A: {Type: AWS::Lambda::Alias, Properties: {FunctionVersion: $LATEST, ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}}}
`,
      problems: [{ messageId: 'latest', line: 2, column: 72 }],
    },
  ],
});
