import { lambdaUrlAuthNone } from '../../../src/lint/rules/lambda-url-auth-none.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const sam = (config: string) => samFunction(`FunctionUrlConfig: {${config}}`);

tester.run(lambdaUrlAuthNone, {
  valid: [
    sam('AuthType: AWS_IAM'),
    'Resources: {Url: {Type: AWS::Lambda::Url, Properties: {AuthType: !Ref Auth, TargetFunctionArn: !Ref Fn}}}',
  ],
  invalid: [
    { template: sam('AuthType: NONE'), problems: [{ messageId: 'public', line: 8, column: 37, endColumn: 41 }] },
    {
      template:
        'Resources: {Url: {Type: AWS::Lambda::Url, Properties: {AuthType: "NONE", TargetFunctionArn: !Ref Fn}}}',
      problems: [{ messageId: 'public', line: 1, column: 66 }],
    },
  ],
});
