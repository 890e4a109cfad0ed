import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { graphOf } from '../../src/review/graph.ts';
import { toText } from '../../src/review/report/text.ts';
import { reviewed } from './reviewed.ts';

const fn = 'Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b';
const trust = (service: string) =>
  `AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ${service}.amazonaws.com}}]}`;
const allowing = (service: string, action: string, resource: string) =>
  `{Type: AWS::IAM::Role, Properties: {${trust(service)}, Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: '${action}', Resource: ${resource}}]}}]}}`;

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Work: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3}}}
  Failed: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::SQS::Queue, Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Closed.Arn, maxReceiveCount: 3}}}
  Closed: {Type: AWS::SQS::Queue, Properties: {RedriveAllowPolicy: {redrivePermission: denyAll}}}
  Table: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST, StreamSpecification: {StreamViewType: NEW_IMAGE}}}
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      ${fn.replaceAll(', ', '\n      ')}
      AutoPublishAlias: live
      DeploymentPreference: {Type: AllAtOnce, Hooks: {PreTraffic: !Ref Named, PostTraffic: !Ref Unnamed}}
      Events:
        Work: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn}}
        Table: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}}
  Blind:
    Type: AWS::Serverless::Function
    Properties: {${fn}, Role: !GetAtt BlindRole.Arn, Events: {Other: {Type: SQS, Properties: {Queue: !GetAtt Other.Arn}}, T: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}}}, FunctionUrlConfig: {AuthType: AWS_IAM}}
  BlindRole: ${allowing('lambda', 'dynamodb:*', '!GetAtt Table.Arn')}
  Named: {Type: AWS::Serverless::Function, Properties: {${fn}, FunctionName: CodeDeployHook_named}}
  Unnamed: {Type: AWS::Serverless::Function, Properties: {${fn}, FunctionUrlConfig: {AuthType: NONE, Cors: {AllowOrigins: ['https://a.example']}}}}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !GetAtt FlowRole.Arn
      Definition:
        StartAt: Put
        States:
          Put: {Type: Task, Resource: 'arn:aws:states:::dynamodb:putItem', Parameters: {TableName: !Ref Table, Item: {}}, Next: Delete}
          Delete: {Type: Task, Resource: 'arn:aws:states:::dynamodb:deleteItem', Parameters: {TableName: !Ref Table, Key: {}}, End: true}
  FlowRole: ${allowing('states', 'dynamodb:PutItem', '!GetAtt Table.Arn')}
  Pipe: {Type: AWS::Pipes::Pipe, Properties: {RoleArn: !GetAtt PipeRole.Arn, Source: !GetAtt Failed.Arn, Target: !GetAtt Closed.Arn}}
  PipeRole: ${allowing('pipes', 'sqs:ReceiveMessage', '!GetAtt Failed.Arn')}
`;

const found = reviewed(template);
const rows = found.calls.map(({ from, to, what, permitted, by }) => [from, to, what, permitted, ...by].join(' | '));

describe('the calls of a review', () => {
  it('are those of what is read, too', () => {
    expect(rows).toContain('Work | Worker | an event source mapping | yes | WorkerRole');
    expect(rows).toContain('Table | Worker | an event source mapping | yes | WorkerRole');
    expect(rows).toContain('Other | Blind | an event source mapping | no');
    expect(rows).toContain('Failed | Pipe | the source of a pipe | yes | PipeRole');
  });

  it('know that the stream of a table is not the table', () => {
    expect(rows).toContain('Table | Blind | an event source mapping | no');
  });

  it('are those of hooks, which the role of SAM may run by their name only', () => {
    expect(rows).toContain('Worker | Named | the hook before traffic moves | yes | CodeDeployServiceRole');
    expect(rows).toContain('Worker | Unnamed | the hook after traffic moved | no');
  });

  it('are those of dead letters, which a queue may refuse', () => {
    expect(rows).toContain('Work | Failed | its dead-letter queue | yes');
    expect(rows).toContain('Other | Closed | its dead-letter queue | no');
  });

  it('are judged by the action of the state where a table is called', () => {
    expect(rows).toContain("Flow | Table | the state 'Put' | yes | FlowRole");
    expect(rows).toContain("Flow | Table | the state 'Delete' | no");
  });

  it('are told with the way that lacks a permission', () => {
    const text = toText(found, 'template.yaml', false);
    expect(text).toContain(
      'Other → Blind (an event source mapping): permission missing (the role of the reader does not allow it)',
    );
    expect(text).toContain("(the hook after traffic moved): permission missing (CodeDeploy's role does not allow it)");
    expect(text).toContain('permission missing (the dead-letter queue does not take its messages)');
  });
});

it('lists the URLs of functions with the routes', () => {
  expect(found.routes.map(({ at: _, calls, ...rest }) => rest)).toEqual([
    expect.objectContaining({ api: 'Blind', route: 'function URL', access: 'authorized', authorizers: ['AWS_IAM'] }),
    expect.objectContaining({ api: 'Unnamed', access: 'open', authorizers: [], origins: ['https://a.example'] }),
  ]);
});

it('says of an open URL whose function permits no calls that they are refused', () => {
  const plain = `Resources:
  Fn: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, Role: 'arn:aws:iam::123456789012:role/x', Code: {ZipFile: x}}}
  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Fn, AuthType: NONE}}
`;
  expect(toText(reviewed(plain), 'a.yaml', false)).toContain(
    'function URL → Fn: refused: the function does not permit calls through its URL',
  );
  const permitted = `${plain}  Anybody: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Action: lambda:InvokeFunctionUrl, Principal: '*', FunctionUrlAuthType: NONE}}\n`;
  expect(toText(reviewed(permitted), 'a.yaml', false)).toContain('function URL → Fn: open to anyone');
});

it('names an API key once', () => {
  const { routes } = reviewed(`Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: p
      Auth: {ApiKeyRequired: true, DefaultAuthorizer: Staff, Authorizers: {Staff: {UserPoolArn: 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/x'}}}
  Fn: {Type: AWS::Serverless::Function, Properties: {${fn}, Events: {Get: {Type: Api, Properties: {RestApiId: !Ref Api, Path: /, Method: get}}}}}
`);
  expect(routes).toEqual([expect.objectContaining({ authorizers: ['Staff'], needsKey: true })]);
});

it('answers as the picture is drawn', () => {
  const { edges } = graphOf(found.side);
  expect(edges.length).toBeGreaterThan(10);
  for (const { from, to } of edges) {
    if (from === '(internet)') continue;
    const drawn = edges.some((edge) => edge.from === from && edge.to === to && edge.permitted);
    expect([from, to, canCall(found, from, to).answer === 'no']).toEqual([from, to, !drawn]);
  }
  expect(canCall(found, 'Work', 'Worker')).toEqual({
    answer: 'yes',
    text: "Yes: 'Work' can call 'Worker' by an event source mapping; 'WorkerRole' permits it.",
  });
  expect(canCall(found, 'WorkerAliaslive', 'Named').answer).toBe('yes');
});
