import { lambdaPermissionSource } from '../../../src/lint/rules/lambda-permission-source.ts';
import { tester } from '../tester.ts';

const permission = (...lines: string[]) => `Resources:
  Allow:
    Type: AWS::Lambda::Permission
    Properties:
${lines.map((line) => `      ${line}\n`).join('')}`;

tester.run(lambdaPermissionSource, {
  valid: [
    permission('Principal: sns.amazonaws.com', 'SourceArn: !Ref Topic'),
    permission('Principal: s3.amazonaws.com', 'SourceArn: !GetAtt B.Arn', 'SourceAccount: !Ref AWS::AccountId'),
    permission('Principal: events.amazonaws.com', 'SourceArn: !Sub "arn:aws:events:*:${AWS::AccountId}:rule/*"'),
    permission('Principal: edgelambda.amazonaws.com'),
    permission('Principal: alexa-appkit.amazon.com'),
    permission('Principal: sns.amazonaws.com', 'PrincipalOrgID: o-12345'),
    `Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: a.b
      Runtime: nodejs22.x
      Events: {Put: {Type: S3, Properties: {Bucket: !Ref Bucket, Events: 's3:ObjectCreated:*'}}}
`,
  ],
  invalid: [
    {
      template: permission('Principal: events.amazonaws.com', 'FunctionName: f'),
      problems: [
        { messageId: 'none', line: 5, column: 18, data: { principal: 'events.amazonaws.com', cure: "'SourceArn'" } },
      ],
      // EventBridge does not say for which account it calls.
    },
    {
      template: permission('Principal: elasticloadbalancing.amazonaws.com', 'FunctionName: f'),
      problems: [{ messageId: 'none', line: 5, column: 18, data: { cure: "'SourceAccount'" } }],
      output: permission(
        'SourceAccount: !Ref AWS::AccountId',
        'Principal: elasticloadbalancing.amazonaws.com',
        'FunctionName: f',
      ),
    },
    {
      template: permission('Principal: logs.amazonaws.com', 'FunctionName: f'),
      problems: [{ messageId: 'none', line: 5, column: 18, data: { cure: "'SourceAccount'" } }],
      output: permission('SourceAccount: !Ref AWS::AccountId', 'Principal: logs.amazonaws.com', 'FunctionName: f'),
    },
    {
      template:
        '{"Resources": {"Allow": {"Type": "AWS::Lambda::Permission", "Properties": {"Principal": "s3.amazonaws.com", "SourceArn": {"Fn::GetAtt": ["B", "Arn"]}}}}}',
      problems: [{ messageId: 'bucket', line: 1, column: 89 }],
      output:
        '{"Resources": {"Allow": {"Type": "AWS::Lambda::Permission", "Properties": {"SourceAccount": {"Ref": "AWS::AccountId"}, "Principal": "s3.amazonaws.com", "SourceArn": {"Fn::GetAtt": ["B", "Arn"]}}}}}',
    },
    {
      template: permission(
        'SourceArn: !Sub "arn:${AWS::Partition}:apigateway:*::/restapis/x"',
        'Principal: apigateway.amazonaws.com',
      ),
      problems: [{ messageId: 'account', line: 5, column: 18 }],
    },
  ],
});
