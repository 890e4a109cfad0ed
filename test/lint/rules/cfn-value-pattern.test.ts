import { cfnValuePattern } from '../../../src/lint/rules/cfn-value-pattern.ts';
import { tester } from '../tester.ts';

const of = (type: string, properties: string) => `Resources:
  Thing:
    Type: ${type}
    Properties: {${properties}}
`;

tester.run(cfnValuePattern, {
  valid: [
    of('AWS::ApiGateway::Stage', 'StageName: my-stage_1, RestApiId: a'),
    of('AWS::ApiGatewayV2::Stage', 'StageName: $default, ApiId: a'),
    of('AWS::CloudWatch::CompositeAlarm', 'OKActions: [arn:aws-cn:sns:cn-north-1:111122223333:ops, !Ref Ops]'),
    of('AWS::CloudWatch::Alarm', 'Metrics: [{Id: sum_1, Expression: a + b}]'),
    of('AWS::Events::ApiDestination', 'InvocationEndpoint: https://example.com/*/hook'),
    of('AWS::Lambda::Function', 'Role: arn:aws:iam::123456789012:role/app'),
    of('AWS::Lambda::Function', 'Role: !Ref R, Handler: "{{resolve:ssm:/a b}}"'),
    of('AWS::Lambda::Function', "Role: 'arn:aws:iam::${AccountId}:role/app'"),
    of('AWS::CodePipeline::Pipeline', 'RoleArn: arn:aws-cn:iam::123456789012:role/app'),
  ],
  invalid: [
    {
      template: of('AWS::ApiGateway::Stage', 'StageName: my/stage, RestApiId: a'),
      problems: [{ messageId: 'form', line: 4, column: 29, data: { found: 'my/stage' } }],
    },
    {
      template: of('AWS::ApiGatewayV2::Stage', 'StageName: $live, ApiId: a'),
      problems: [{ messageId: 'form', line: 4, column: 29, data: { found: '$live' } }],
    },
    {
      template: of('AWS::CloudWatch::Alarm', 'AlarmActions: [arn:aws:sns:us-east-1:111122223333:ops, my-topic]'),
      problems: [{ messageId: 'form', line: 4, column: 73, data: { path: 'AlarmActions[1]', found: 'my-topic' } }],
    },
    {
      template: of('AWS::CloudWatch::Alarm', 'Metrics: [{Id: Sum, Expression: a + b}]'),
      problems: [{ messageId: 'form', line: 4, column: 33, data: { path: 'Metrics[0].Id' } }],
    },
    {
      template: of('AWS::Events::ApiDestination', 'InvocationEndpoint: http://example.com/hook'),
      problems: [{ messageId: 'form', line: 4, column: 38, data: { found: 'http://example.com/hook' } }],
    },
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
