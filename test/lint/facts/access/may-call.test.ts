import { describe, expect, it } from 'vitest';
import { mayCall } from '../../../../src/lint/facts/access/index.ts';
import { viewOf } from './view.ts';

const answer = (resources: string, from: string, to: string, head = '') => {
  const view = viewOf(`${head}Resources:\n${resources}`);
  const { answer, by } = mayCall(view.resource(from)!, view.resource(to)!, view);
  return [answer, ...by.map(({ id }) => id)].join(' ');
};

const fn = `  Fn: {Type: AWS::Lambda::Function, Properties: {Role: 'arn:aws:iam::123456789012:role/fn'}}
`;
const topic = `  Topic: {Type: AWS::SNS::Topic}
  Other: {Type: AWS::SNS::Topic}
  Subscription: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, TopicArn: !Ref Topic, Endpoint: !GetAtt Fn.Arn}}
`;
const permission = (properties: string, more = '') => `  Permission:
    Type: AWS::Lambda::Permission
    ${more}
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Fn, Principal: sns.amazonaws.com, ${properties}}
`;

describe('a topic and a function', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['there is no permission', '', 'no'],
    ['it names the topic', permission('SourceArn: !Ref Topic'), 'yes Permission'],
    ['it names no source', permission(''), 'yes Permission'],
    ['it names another topic', permission('SourceArn: !Ref Other'), 'no'],
    ['it names an imported source', permission('SourceArn: !ImportValue topic'), 'unknown Permission'],
    [
      'its source is any topic',
      permission("SourceArn: !Sub 'arn:aws:sns:us-east-1:${AWS::AccountId}:*'"),
      'yes Permission',
    ],
    ['its source is a rule', permission("SourceArn: 'arn:aws:events:us-east-1:123456789012:rule/x'"), 'no'],
    ['it is made by condition', permission('SourceArn: !Ref Topic', 'Condition: Is'), 'unknown Permission'],
    ['it is for another service', permission('').replace('sns.', 'events.'), 'no'],
    ['it is for everybody', permission('').replace('sns.amazonaws.com', "'*'"), 'yes Permission'],
    [
      'its principal is not known',
      permission('').replace('sns.amazonaws.com', '!ImportValue who'),
      'unknown Permission',
    ],
    ['it is for another action', permission('').replace('InvokeFunction', 'GetFunction'), 'no'],
    ['it is for any action', permission('').replace('lambda:InvokeFunction', 'lambda:*'), 'yes Permission'],
    ['its function is not known', permission('').replace('!Ref Fn', '!ImportValue fn'), 'unknown Permission'],
    ['its function is another', permission('').replace('!Ref Fn', 'other-function'), 'no'],
    ['its function is the same by Fn::Sub', permission('').replace('!Ref Fn', "!Sub '${Fn.Arn}'"), 'yes Permission'],
    ['it is for an alias', permission('').replace('!Ref Fn', "!Sub '${Fn}:live'"), 'no'],
    [
      'a custom resource gets the function',
      '  Custom: {Type: Custom::Permit, Properties: {ServiceToken: x, Fn: !Ref Fn}}\n',
      'unknown',
    ],
    [
      'a custom resource runs as the function',
      '  Custom: {Type: Custom::Any, Properties: {ServiceToken: !GetAtt Fn.Arn}}\n',
      'no',
    ],
    [
      'a nested stack gets the function',
      '  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: x, Parameters: {Fn: !Ref Fn}}}\n',
      'unknown',
    ],
  ];
  it.each(cases)('when %s', (_, further, expected) => {
    expect(answer(fn + topic + further, 'Topic', 'Fn', 'Conditions: {Is: !Equals [!Ref AWS::Region, x]}\n')).toBe(
      expected,
    );
  });

  it('says nothing where a macro may add permissions', () => {
    expect(answer(fn + topic, 'Topic', 'Fn', 'Transform: Own\n')).toBe('unknown');
  });

  it('knows functions by their names, literal or put together', () => {
    const named = (name: string) => fn.replace('{Role', `{FunctionName: ${name}, Role`) + topic;
    expect(answer(named('worker') + permission('').replace('!Ref Fn', 'worker'), 'Topic', 'Fn')).toBe('yes Permission');
    const text = "!Sub '${AWS::StackName}-worker'";
    expect(answer(named(text) + permission('').replace('!Ref Fn', text), 'Topic', 'Fn')).toBe('yes Permission');
    expect(
      answer(named(text) + permission('').replace('!Ref Fn', "'123456789012:function:worker'"), 'Topic', 'Fn'),
    ).toBe('unknown Permission');
  });
});

const queue = `  Queue: {Type: AWS::SQS::Queue}
  Second: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
  Subscription: {Type: AWS::SNS::Subscription, Properties: {Protocol: sqs, TopicArn: !Ref Topic, Endpoint: !GetAtt Queue.Arn}}
`;
const policy = (statement: string, queues = '[!Ref Queue]') => `  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: ${queues}
      PolicyDocument: {Version: '2012-10-17', Statement: [${statement}]}
`;
const sns = "{Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:SendMessage', Resource: '*'}";

describe('a topic and a queue', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['there is no policy', '', 'no'],
    ['a policy lets SNS in', policy(sns), 'yes Policy'],
    ['it names the queue', policy(sns.replace("'*'", '!GetAtt Queue.Arn')), 'yes Policy'],
    ['it names another queue', policy(sns.replace("'*'", '!GetAtt Second.Arn')), 'no'],
    ['it is for another queue', policy(sns, '[!Ref Second]'), 'no'],
    ['it is for a queue elsewhere', policy(sns, "['https://sqs.us-east-1.amazonaws.com/123456789012/other']"), 'no'],
    ['it is for a list that is not known', policy(sns, '!Split [",", !ImportValue queues]'), 'unknown Policy'],
    ['it is for another service', policy(sns.replace('sns.', 'events.')), 'no'],
    [
      'it is for several services',
      policy(sns.replace('sns.amazonaws.com', '[events.amazonaws.com, sns.amazonaws.com]')),
      'yes Policy',
    ],
    ['it is for everybody', policy(sns.replace('{Service: sns.amazonaws.com}', "{AWS: '*'}")), 'yes Policy'],
    ['it is for the account', policy(sns.replace('{Service: sns.amazonaws.com}', "{AWS: '123456789012'}")), 'no'],
    ['it denies', policy(sns.replace('Allow', 'Deny')), 'no'],
    ['it is for another action', policy(sns.replace('SendMessage', 'ReceiveMessage')), 'no'],
    ['it is for all actions', policy(sns.replace('sqs:SendMessage', 'SQS:*')), 'yes Policy'],
    [
      'it has the topic as condition',
      policy(sns.replace("'*'}", "'*', Condition: {ArnLike: {'aws:SourceArn': !Ref Topic}}}")),
      'yes Policy',
    ],
    [
      'it has a rule as condition',
      policy(sns.replace("'*'}", "'*', Condition: {ArnLike: {'AWS:SourceArn': 'arn:aws:events:*:*:rule/*'}}}")),
      'no',
    ],
    ['its document is a parameter', policy(sns).replace(/\{Version.*\}/, '!Ref Document'), 'unknown Policy'],
  ];
  it.each(cases)('when %s', (_, further, expected) => {
    expect(answer(queue + further, 'Topic', 'Queue', 'Parameters: {Document: {Type: String}}\n')).toBe(expected);
  });
});

describe('a topic with alarms', () => {
  const alarm =
    '  Topic: {Type: AWS::SNS::Topic}\n  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Topic]}}\n';
  const topicPolicy = (service: string) =>
    `  Policy: {Type: AWS::SNS::TopicPolicy, Properties: {Topics: [!Ref Topic], PolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: 'sns:Publish', Resource: !Ref Topic}]}}}\n`;

  it('lets them in until it has a policy', () => {
    expect(answer(alarm, 'Alarm', 'Topic')).toBe('yes');
    expect(answer(alarm + topicPolicy('events.amazonaws.com'), 'Alarm', 'Topic')).toBe('no');
    expect(answer(alarm + topicPolicy('cloudwatch.amazonaws.com'), 'Alarm', 'Topic')).toBe('yes Policy');
  });
});

describe('routes of an API', () => {
  const api = (source: string) => `  Fn: {Type: AWS::Lambda::Function}
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        openapi: 3.0.1
        paths:
          /orders/{id}:
            get:
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations'
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Fn, Principal: apigateway.amazonaws.com, SourceArn: !Sub '${source}'}
`;
  it.each([
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*', 'yes Permission'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*/GET/orders/*', 'yes Permission'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/v1/*/orders/*', 'yes Permission'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*/POST/orders/*', 'no'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:abc123/*', 'unknown Permission'],
  ])('with %s', (source, expected) => {
    expect(answer(api(source), 'Api', 'Fn')).toBe(expected);
  });
});

describe('authorizers of an API', () => {
  const authorizer = (source: string) => `  Fn: {Type: AWS::Lambda::Function}
  Api: {Type: AWS::ApiGateway::RestApi, Properties: {Name: orders}}
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      AuthorizerUri: !Join ['', ['arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/', !GetAtt Fn.Arn, /invocations]]
  Permission:
    Type: AWS::Lambda::Permission
    Properties: {Action: 'lambda:InvokeFunction', FunctionName: !Ref Fn, Principal: apigateway.amazonaws.com, SourceArn: !Sub '${source}'}
`;
  it.each([
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*', 'yes Permission'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/authorizers/${Authorizer}', 'yes Permission'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*/GET/orders', 'no'],
    ['arn:aws:execute-api:us-east-1:${AWS::AccountId}:${Api}/*/*/*', 'no'],
  ])('with %s', (source, expected) => {
    expect(answer(authorizer(source), 'Api', 'Fn')).toBe(expected);
  });
});

describe('a role', () => {
  const flow = (resource: string, definition: string) => `  Fn: {Type: AWS::Lambda::Function}
  Second: {Type: AWS::Lambda::Function}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow, Action: 'lambda:InvokeFunction', Resource: ${resource}}]}}]
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: !GetAtt Role.Arn, Definition: ${definition}, DefinitionSubstitutions: {Worker: !GetAtt Fn.Arn}}
`;
  const task = (state: string) => `{StartAt: A, States: {A: {Type: Task, ${state}, End: true}}}`;
  const direct = task("Resource: '${Worker}'");
  const invoke = task("Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: '${Worker}'}");

  it('lets a state machine call what it allows', () => {
    expect(answer(flow('!GetAtt Fn.Arn', direct), 'Flow', 'Fn')).toBe('yes Role');
    expect(answer(flow("'*'", invoke), 'Flow', 'Fn')).toBe('yes Role');
    expect(answer(flow('!GetAtt Second.Arn', invoke), 'Flow', 'Fn')).toBe('no');
    expect(answer(flow("!Sub '${Fn.Arn}:*'", invoke), 'Flow', 'Fn')).toBe('yes Role');
  });

  it('of a function counts for what its code may call', () => {
    const two = `  Queue: {Type: AWS::SQS::Queue}
  Fn:
    Type: AWS::Serverless::Function
    Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x, Policies: [SQSSendMessagePolicy: {QueueName: !GetAtt Queue.QueueName}]}
  Second: {Type: AWS::Serverless::Function, Properties: {InlineCode: x, Handler: a.b, Runtime: nodejs22.x}}
`;
    expect(answer(two, 'Fn', 'Queue', 'Transform: AWS::Serverless-2016-10-31\n')).toBe('yes FnRole');
    expect(answer(two, 'Second', 'Queue', 'Transform: AWS::Serverless-2016-10-31\n')).toBe('no');
  });
});
