import { lambdaUrlPermission } from '../../../src/lint/rules/lambda-url-permission.ts';
import { tester } from '../tester.ts';

const template = (url: string, permission: string) => `Resources:
  Fn: {Type: AWS::Lambda::Function}
  Other: {Type: AWS::Lambda::Function}
  Live: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn, Name: live}}
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Fn, AuthType: ${url}}}
  P:
    Type: AWS::Lambda::Permission
    Properties: {Action: lambda:InvokeFunctionUrl, Principal: '*', ${permission}}
`;

tester.run(lambdaUrlPermission, {
  valid: [
    template('AWS_IAM', 'FunctionName: !Ref Fn, FunctionUrlAuthType: AWS_IAM'),
    template('NONE', 'FunctionName: !Ref Fn, FunctionUrlAuthType: NONE'),
    template('AWS_IAM', 'FunctionName: !Ref Fn'),
    template('AWS_IAM', 'FunctionName: !Ref Other, FunctionUrlAuthType: NONE'),
    template('!If [A, NONE, AWS_IAM]', 'FunctionName: !Ref Fn, FunctionUrlAuthType: NONE'),
    template('!Ref Auth', 'FunctionName: !Ref Fn, FunctionUrlAuthType: NONE'),
  ],
  invalid: [
    {
      template: template('AWS_IAM', 'FunctionName: !Ref Fn, FunctionUrlAuthType: NONE'),
      problems: [{ messageId: 'other', line: 8, column: 112, data: { wanted: 'AWS_IAM', found: 'NONE' } }],
    },
    {
      template: template('NONE', 'FunctionName: !Ref Live, FunctionUrlAuthType: AWS_IAM'),
      problems: [{ messageId: 'other', line: 8, column: 114, data: { fn: 'Fn', wanted: 'NONE' } }],
    },
  ],
});
