import { lambdaPermissionPrincipalMismatch } from '../../../src/lint/rules/lambda-permission-principal-mismatch.ts';
import { tester } from '../tester.ts';

const permission = (principal: string, arn: string) => `Resources:
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      Action: lambda:InvokeFunction
      FunctionName: f
      Principal: ${principal}
      SourceArn: ${arn}
  Bucket: {Type: AWS::S3::Bucket}
  Topic: {Type: AWS::SNS::Topic}
  Logs: {Type: AWS::Logs::LogGroup}
  Api: {Type: AWS::Serverless::HttpApi}
  Queue: {Type: AWS::SQS::Queue}
`;
const route = "!Sub 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/'";

tester.run(lambdaPermissionPrincipalMismatch, {
  valid: [
    permission('s3.amazonaws.com', '!GetAtt Bucket.Arn'),
    permission('sns.amazonaws.com.cn', '!Ref Topic'),
    permission("!Sub 'logs.${AWS::Region}.amazonaws.com'", '!GetAtt Logs.Arn'),
    permission('logs.amazonaws.com', '!GetAtt Logs.Arn'),
    permission('apigateway.amazonaws.com', route),
    permission("'*'", '!GetAtt Bucket.Arn'),
    permission("'111122223333'", '!GetAtt Bucket.Arn'),
    permission('!Ref Caller', '!GetAtt Bucket.Arn'),
    permission('events.amazonaws.com', "!Sub 'arn:aws:events:eu-west-1:1:rule/${Bucket}-made'"),
    permission('events.amazonaws.com', "!Sub 'arn:aws:events:eu-west-1:1:rule/r'"),
    permission('events.amazonaws.com', '!GetAtt Queue.Arn'),
    permission('!If [C, s3.amazonaws.com, sns.amazonaws.com]', '!If [C, !GetAtt Bucket.Arn, !Ref Topic]'),
  ],
  invalid: [
    {
      template: permission("'s3.amazonaws.com'", '!Ref Topic'),
      problems: [
        {
          messageId: 'mismatch',
          line: 7,
          column: 18,
          endColumn: 36,
          level: 'warning',
          data: { id: 'Topic', type: 'AWS::SNS::Topic', wanted: 'sns.amazonaws.com' },
        },
      ],
      output: permission("'sns.amazonaws.com'", '!Ref Topic'),
    },
    {
      template: permission('events.amazonaws.com', route),
      problems: [{ messageId: 'mismatch', line: 7, column: 18, data: { wanted: 'apigateway.amazonaws.com' } }],
      output: permission('apigateway.amazonaws.com', route),
    },
    {
      template: permission('logs.amazonaws.com', '!GetAtt Bucket.Arn'),
      problems: [{ messageId: 'mismatch', line: 7, column: 18, data: { found: 'logs.amazonaws.com' } }],
      output: permission('s3.amazonaws.com', '!GetAtt Bucket.Arn'),
    },
    {
      // What a function makes is not rewritten.
      template: permission("!Sub 'sns.amazonaws.com'", '!GetAtt Bucket.Arn'),
      problems: [{ messageId: 'mismatch', line: 7, column: 18 }],
    },
  ],
});
