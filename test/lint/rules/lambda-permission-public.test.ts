import { lambdaPermissionPublic } from '../../../src/lint/rules/lambda-permission-public.ts';
import { tester } from '../tester.ts';

const permission = (properties: string) => `Resources:
  Allow:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: f, ${properties}}
`;

tester.run(lambdaPermissionPublic, {
  valid: [
    permission("Principal: '*', PrincipalOrgID: o-12345"),
    permission("Principal: '*', FunctionUrlAuthType: NONE"),
    permission('Principal: "*", SourceAccount: !If [Known, "111122223333", !Ref AWS::NoValue]'),
    permission('Principal: sns.amazonaws.com'),
    permission('Principal: !Ref Who'),
  ],
  invalid: [
    {
      template: permission("Principal: '*'"),
      problems: [{ messageId: 'public', line: 4, column: 79, data: { principal: '*' } }],
    },
    {
      template: permission(
        'SourceArn: !Ref AWS::NoValue, Principal: !If [Open, "arn:aws:iam::*:root", "111122223333"]',
      ),
      problems: [{ messageId: 'public', line: 4, column: 120 }],
    },
  ],
});
