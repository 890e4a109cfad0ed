import { lambdaRoleEventSource } from '../../../src/lint/rules/lambda-role-event-source.ts';
import { allowing, withRole } from '../roles.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const mapping = (source: string) => `  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Fn, EventSourceArn: ${source}}
  Queue: {Type: AWS::SQS::Queue}
  Stream: {Type: AWS::Kinesis::Stream}
  Table: {Type: AWS::DynamoDB::Table}
`;
const policy = (name: string) => [`ManagedPolicyArns: [arn:aws:iam::aws:policy/service-role/${name}]`];
const sam = (event: string, actions: string) =>
  samFunction(
    `Role: !GetAtt Role.Arn
Events: {Read: ${event}}`,
    `  Stream: {Type: AWS::Kinesis::Stream}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ${allowing(actions)}
`,
  );

tester.run(lambdaRoleEventSource, {
  valid: [
    withRole('', policy('AWSLambdaSQSQueueExecutionRole'), mapping('!GetAtt Queue.Arn')),
    withRole('', policy('AWSLambdaKinesisExecutionRole'), mapping('!GetAtt Stream.Arn')),
    withRole('', policy('AWSLambdaDynamoDBExecutionRole'), mapping('!GetAtt Table.StreamArn')),
    withRole('', [allowing("'sqs:*'")], mapping('!GetAtt Queue.Arn')),
    withRole('', policy('AWSLambdaBasicExecutionRole'), mapping('!Ref Unknown')),
  ],
  invalid: [
    {
      template: withRole('', policy('AWSLambdaBasicExecutionRole'), mapping('!GetAtt Queue.Arn')),
      problems: [
        { messageId: 'missing', line: 12, column: 57, level: 'error', data: { actions: 'sqs:ReceiveMessage, sqs' } },
      ],
      output: withRole(
        '',
        [
          "ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole', arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
        ],
        mapping('!GetAtt Queue.Arn'),
      ),
    },
    {
      template: withRole('', policy('AWSLambdaSQSQueueExecutionRole'), mapping('!GetAtt Table.StreamArn')),
      problems: [{ messageId: 'missing', line: 12, column: 57, data: { policy: 'AWSLambdaDynamoDBExecutionRole' } }],
      output: withRole(
        '',
        [
          "ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaDynamoDBExecutionRole', arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole]",
        ],
        mapping('!GetAtt Table.StreamArn'),
      ),
    },
    {
      template: sam(
        '{Type: Kinesis, Properties: {Stream: !GetAtt Stream.Arn, StartingPosition: LATEST}}',
        "['kinesis:Get*', 'kinesis:Describe*']",
      ),
      problems: [
        { messageId: 'missing', line: 9, column: 59, level: 'warning', data: { actions: 'kinesis:ListShards' } },
      ],
      output: samFunction(
        `Role: !GetAtt Role.Arn
Events: {Read: {Type: Kinesis, Properties: {Stream: !GetAtt Stream.Arn, StartingPosition: LATEST}}}`,
        `  Stream: {Type: AWS::Kinesis::Stream}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole']
      Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: ['kinesis:Get*', 'kinesis:Describe*'], Resource: '*'}}}]
`,
      ),
    },
  ],
});
