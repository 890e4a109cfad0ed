import { lambdaPermissionAction } from '../../../src/lint/rules/lambda-permission-action.ts';
import { tester } from '../tester.ts';

const permission = (action: string) => `Resources:
  Allow:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: f, Principal: s3.amazonaws.com, Action: ${action}}
`;

tester.run(lambdaPermissionAction, {
  valid: [
    permission('lambda:InvokeFunction'),
    permission('lambda:invokeFunctionUrl'),
    permission("'lambda:*'"),
    permission('!Ref Action'),
  ],
  invalid: [
    {
      template: permission('lambda:InvokeFunctions'),
      problems: [{ messageId: 'actionNear', line: 4, column: 72, data: { near: 'lambda:InvokeFunction' } }],
    },
    {
      template: permission('s3:GetObject'),
      problems: [{ messageId: 'action', line: 4, column: 72 }],
    },
  ],
});
