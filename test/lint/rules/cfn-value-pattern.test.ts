import { cfnValuePattern } from '../../../src/lint/rules/cfn-value-pattern.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValuePattern, {
  valid: [
    of('AWS::Lambda::Function', 'Role: arn:aws:iam::123456789012:role/app'),
    of('AWS::Lambda::Function', 'Role: !Ref R, Handler: "{{resolve:ssm:/a b}}"'),
    of('AWS::Lambda::Function', "Role: 'arn:aws:iam::${AccountId}:role/app'"),
    of('AWS::CodePipeline::Pipeline', 'RoleArn: arn:aws-cn:iam::123456789012:role/app'),
  ],
  invalid: [
    {
      template: of('AWS::RDS::DBInstance', 'DBInstanceClass: t4g.micro'),
      problems: [{ messageId: 'form', line: 4, column: 35, data: { form: 'a class such as db.t4g.micro' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'Role: arn:aws:iam:::role/app'),
      problems: [{ messageId: 'wrong', line: 4, column: 24, data: { path: 'Role' } }],
    },
    {
      template: of('AWS::Lambda::Function', 'Role: !If [A, app, !Ref R], Handler: a b'),
      problems: [
        { messageId: 'wrong', line: 4, column: 32, data: { found: 'app' } },
        { messageId: 'wrong', line: 4, column: 55, data: { path: 'Handler' } },
      ],
    },
  ],
});
