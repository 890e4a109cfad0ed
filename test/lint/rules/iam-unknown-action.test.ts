import { iamUnknownAction } from '../../../src/lint/rules/iam-unknown-action.ts';
import { resource, samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const policy = (actions: string) =>
  resource(
    'AWS::IAM::ManagedPolicy',
    `PolicyDocument: {Statement: [{Effect: Allow, Action: ${actions}, Resource: "*"}]}`,
  );

tester.run(iamUnknownAction, {
  valid: [
    policy('[s3:GetObject, S3:getobject, "s3:Get*", "s3:*", "*", "sqs:Send?essage"]'),
    policy('!Sub "${Unknown}:GetObject"'),
    // In the policy of MediaLive's guide.
    policy('["mediaconnect:ManagedDescribeFlow", mediaconnect:ManagedAddOutput, mediaconnect:ManagedRemoveOutput]'),
    // SAM's own policy template has an action that is not published.
    samFunction('Policies: [{SQSPollerPolicy: {QueueName: q}}]'),
  ],
  invalid: [
    {
      template: policy('[s3:GetObjcet, "dynamo:GetItem"]'),
      problems: [
        {
          messageId: 'suggested',
          line: 4,
          column: 72,
          endColumn: 84,
          level: 'warning',
          data: { near: 's3:GetObject' },
        },
        { messageId: 'service', line: 4, column: 86 },
      ],
    },
    {
      template: samFunction(`Policies:
  - Statement:
      - Effect: Allow
        Action: sqs:Push*
        Resource: '*'`),
      problems: [{ messageId: 'pattern', line: 11, column: 23, endColumn: 32 }],
    },
    {
      template: `Parameters: {P: {Type: String, Default: FlyToTheMoon}}
${policy('!Sub "lambda:${P}"')}`,
      problems: [{ messageId: 'action', line: 5, column: 71 }],
    },
    {
      template: resource('AWS::Lambda::Permission', 'Action: lambda:InvokeFuntion'),
      problems: [{ messageId: 'suggested', line: 4, column: 26, data: { near: 'lambda:InvokeFunction' } }],
    },
  ],
});
