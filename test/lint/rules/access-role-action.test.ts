import { accessRoleAction } from '../../../src/lint/rules/access-role-action.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const role = (service: string, action: string, resource = "'*'") => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: 'sts:AssumeRole'}]}
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: '${action}', Resource: ${resource}}]}}]
`;
const schedule = `  Queue: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::SQS::Queue}
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      Target:
        Arn: !GetAtt Queue.Arn
        RoleArn: !GetAtt Role.Arn
`;
const worker = `  Failed: {Type: AWS::SQS::Queue}
  Fn: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn, DeadLetterConfig: {TargetArn: !GetAtt Failed.Arn}}}
`;
const flow = (policies: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Policies: ${policies}
      DefinitionSubstitutions: {Fn: !GetAtt Fn.Arn}
      Definition:
        StartAt: Work
        States:
          Work: {Type: Task, Resource: '\${Fn}', End: true}
`;

const pipe = (source: string) => `  Queue: {Type: AWS::SQS::Queue}
  Fn: {Type: AWS::Lambda::Function}
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties: {RoleArn: !GetAtt Role.Arn, Source: ${source}, Target: !GetAtt Fn.Arn}
`;

tester.run(accessRoleAction, {
  valid: [
    role('scheduler.amazonaws.com', 'sqs:SendMessage', '!GetAtt Queue.Arn') + schedule,
    role('scheduler.amazonaws.com', 'sqs:*') + schedule,
    role('scheduler.amazonaws.com', 'sqs:SendMessage', '!ImportValue queue') + schedule,
    // Who may not even take the role is the concern of another rule.
    role('lambda.amazonaws.com', 'logs:*') + schedule,
    role('lambda.amazonaws.com', 'sqs:SendMessage') + worker,
    flow('[LambdaInvokePolicy: {FunctionName: !Ref Fn}]'),
    flow('[AWSLambdaRole]'),
    role('pipes.amazonaws.com', '*') + pipe('!GetAtt Queue.Arn'),
  ],
  invalid: [
    {
      template: role('scheduler.amazonaws.com', 'sns:Publish') + schedule,
      problems: [{ messageId: 'denied', line: 13, column: 14, level: 'warning', data: { actions: 'sqs:SendMessage' } }],
    },
    {
      template: role('scheduler.amazonaws.com', 'sqs:SendMessage', '!GetAtt Other.Arn') + schedule,
      problems: [{ messageId: 'denied', line: 13, column: 14 }],
    },
    {
      template: role('lambda.amazonaws.com', 'logs:*') + worker,
      problems: [{ messageId: 'denied', line: 8, column: 104, level: 'error' }],
    },
    {
      template: flow('[CloudWatchPutMetricPolicy: {}]'),
      problems: [{ messageId: 'denied', line: 12, column: 40, data: { what: "The state 'Work'", role: 'FlowRole' } }],
    },
    marked(role('pipes.amazonaws.com', 'lambda:InvokeFunction') + pipe('‹!GetAtt Queue.Arn›'), {
      messageId: 'reads',
      data: { actions: 'sqs:ReceiveMessage' },
    }),
    marked(
      role('lambda.amazonaws.com', 'logs:*') +
        worker.replace(/, DeadLetterConfig.*/, '}}\n') +
        `  Later:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: {FunctionName: !Ref Fn, Qualifier: $LATEST, DestinationConfig: {OnFailure: {Destination: ‹!GetAtt Failed.Arn›}}}
`,
      { messageId: 'denied', level: 'error', data: { what: 'The destination of failed events' } },
    ),
  ],
});
