import { lambdaPermissionForm } from '../../../src/lint/rules/lambda-permission-form.ts';
import { tester } from '../tester.ts';

const permission = (principal: string, action = 'lambda:InvokeFunction') => `Resources:
  Allow:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: f, Principal: ${principal}, Action: ${action}}
`;

tester.run(lambdaPermissionForm, {
  valid: [
    permission('s3.amazonaws.com'),
    permission("'111122223333'", 'lambda:InvokeFunctionUrl'),
    permission("'*'", "'lambda:*'"),
    permission('arn:aws:iam::111122223333:role/a', 'lambda:invokeFunction'),
    permission('!Ref Account', '!Ref Action'),
  ],
  invalid: [
    {
      template: permission('apigateway'),
      problems: [{ messageId: 'principal', line: 4, column: 46, data: { principal: 'apigateway' } }],
    },
    {
      template: permission('s3.amazonaws.com', 'lambda:InvokeFunctions'),
      problems: [{ messageId: 'actionNear', line: 4, column: 72, data: { near: 'lambda:InvokeFunction' } }],
    },
    {
      template: permission('s3.amazonaws.com', 's3:GetObject'),
      problems: [{ messageId: 'action', line: 4, column: 72 }],
    },
  ],
});
