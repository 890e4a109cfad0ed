import { defineRule } from '../../model/rule.ts';

const restrictions = ['FunctionUrlAuthType', 'InvokedViaFunctionUrl', 'PrincipalOrgID', 'SourceAccount', 'SourceArn'];
const anybody = /^(\*|arn:[^:]*:iam::\*:.*)$/;

export const lambdaPermissionPublic = defineRule({
  id: 'lambda-permission-public',
  level: 'error',
  category: 'security',
  stage: 'expanded',
  title: 'Function invocable by anyone',
  description:
    'A permission with the principal `*` lets every AWS account call the function. Name the account or service, or narrow it with `SourceAccount`, `SourceArn` or `PrincipalOrgID`; for a public function URL set `FunctionUrlAuthType` or `InvokedViaFunctionUrl`.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html',
  messages: {
    public:
      "The principal '{principal}' lets anybody call the function; name who may, or set SourceAccount, SourceArn or PrincipalOrgID.",
  },
  example: {
    in: 'permission',
    fails: "Principal: ‹'*'›",
    passes: "Principal: '123456789012'",
  },
  on: ['AWS::Lambda::Permission'],
  check(permission, cx) {
    if (!restrictions.every((name) => permission.lacks(name))) return;
    for (const { value, at } of permission.strings('Principal')) {
      if (anybody.test(value)) cx.report('public', at, { data: { principal: value } });
    }
  },
});
