import { lambdaPermissionPrincipal } from '../../../src/lint/rules/lambda-permission-principal.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const permission = (principal: string) =>
  `Resources: {Permission: {Type: AWS::Lambda::Permission, Properties: {FunctionName: f, Action: 'lambda:InvokeFunction', Principal: ${principal}}}}`;

tester.run(lambdaPermissionPrincipal, {
  valid: [
    permission('events.amazonaws.com'),
    permission("'123456789012'"),
    permission("'arn:aws:iam::123456789012:root'"),
    permission("'*'"),
    permission('!Ref Principal'),
    permission("'{{resolve:ssm:/principal}}'"),
    permission('alexa-appkit.amazon.com'),
  ],
  invalid: [
    marked(permission('‹events›'), 'service', { output: permission('events.amazonaws.com') }),
    marked(permission("‹'1234567890'›"), 'other'),
    marked(permission('‹My Service›'), 'other'),
  ],
});
