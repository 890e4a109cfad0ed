import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { toText } from '../../src/review/report/text.ts';
import { pictureOf, reviewed } from './reviewed.ts';

const fn = 'Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://a/b';
const allow = "{Effect: Allow, Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn}";
const denies = (more = '', action = 'sqs:*', resource = "'*'") =>
  `{Effect: Deny, Action: '${action}', Resource: ${resource}${more}}`;
const role = (name: string, service: string, statements: string) =>
  `  ${name}: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: sts:AssumeRole, Principal: {Service: ${service}.amazonaws.com}}]}, Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [${statements}]}}]}}\n`;
const template = (deny: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Conditions: {Locked: !Equals [!Ref 'AWS::Region', eu-west-1]}
Resources:
  Q: {Type: AWS::SQS::Queue}
  Other: {Type: AWS::SQS::Queue}
  F: {Type: AWS::Serverless::Function, Properties: {${fn}, Role: !GetAtt FRole.Arn}}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Role: !GetAtt FlowRole.Arn
      Definition: {StartAt: Send, States: {Send: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {QueueUrl: !Ref Q, MessageBody: a}, End: true}}}
${role('FRole', 'lambda', [allow, deny].filter(Boolean).join(', '))}${role('FlowRole', 'states', [allow, deny].filter(Boolean).join(', '))}${more}`;
const answers = (text: string) => {
  const found = reviewed(text);
  return [canCall(found, 'F', 'Q').answer, found.calls.find(({ from }) => from === 'Flow')?.permitted];
};

describe('an explicit Deny', () => {
  it('wins over what is allowed', () => {
    const found = reviewed(template(denies()));
    expect(canCall(found, 'F', 'Q')).toEqual({
      answer: 'no',
      text: "No: 'F' cannot call 'Q'; a 'Deny' of 'FRole' takes away what is allowed.",
    });
    expect(canCall(found, 'Flow', 'Q').answer).toBe('no');
    expect(toText(found, 'template.yaml', false)).toMatch(/Flow → Q \(.*\): permission missing/);
    const picture = pictureOf(template(denies()));
    expect(picture).toMatch(/n1 -.*\|"sends to<br\/>permission missing"\|/);
    expect(picture).toMatch(/n2 -.*permission missing/);
  });

  it.each([
    ['of the action on the queue', denies('', 'sqs:sendmessage', '!GetAtt Q.Arn')],
    ['of a pattern of names', denies('', 'sqs:Send*', "!Sub 'arn:aws:sqs:*:*:${Q.QueueName}'")],
    ['of all but other actions', "{Effect: Deny, NotAction: 'sqs:Receive*', Resource: '*'}"],
  ])('counts %s', (_, deny) => {
    expect(answers(template(deny))).toEqual(['no', 'no']);
  });

  it.each([
    ['no Deny', ''],
    ['one of another action', denies('', 'sqs:DeleteQueue')],
    ['one of another queue', denies('', 'sqs:*', '!GetAtt Other.Arn')],
    ['one of all but this action', "{Effect: Deny, NotAction: 'sqs:Send*', Resource: '*'}"],
  ])('leaves what is allowed with %s', (_, deny) => {
    expect(answers(template(deny))).toEqual(['yes', 'yes']);
  });

  it.each([
    ['its own Condition', denies(", Condition: {Bool: {'aws:SecureTransport': 'false'}}")],
    ['a condition of the template', `!If [Locked, ${denies()}, !Ref 'AWS::NoValue']`],
    ['NotResource', "{Effect: Deny, Action: 'sqs:*', NotResource: a}"],
  ])('is left open with %s', (_, deny) => {
    expect(answers(template(deny))).toEqual(['unknown', 'unknown']);
    expect(canCall(reviewed(template(deny)), 'F', 'Q').text).toBe(
      "Perhaps: 'F' sends to 'Q', unless a 'Deny' of 'FRole' applies.",
    );
  });

  it('counts in a policy that is attached, and perhaps where that depends on a condition', () => {
    const policy = (more: string) =>
      `  Guard: {Type: AWS::IAM::Policy${more}, Properties: {PolicyName: g, Roles: [!Ref FRole, !Ref FlowRole], PolicyDocument: {Version: '2012-10-17', Statement: [${denies()}]}}}\n`;
    expect(answers(template('', policy('')))).toEqual(['no', 'no']);
    expect(answers(template('', policy(', Condition: Locked')))).toEqual(['unknown', 'unknown']);
  });
});

describe('a Deny in the policy of the resource', () => {
  const queuePolicy = (statement: string) =>
    `  Guard: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Q], PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 'sqs:*', Principal: '*', Resource: '*'}, ${statement}]}}}\n`;
  const deny = (more: string) => `{Effect: Deny, Action: 'sqs:SendMessage', Resource: !GetAtt Q.Arn, ${more}}`;

  it.each([
    ['of everyone', deny("Principal: '*'")],
    ['of the roles', deny('Principal: {AWS: [!GetAtt FRole.Arn, !GetAtt FlowRole.Arn]}')],
    ['of the account', deny("Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}")],
    ['of all other actions', "{Effect: Deny, NotAction: 'sqs:ReceiveMessage', Resource: '*', Principal: '*'}"],
  ])('wins %s', (_, statement) => {
    expect(answers(template('', queuePolicy(statement)))).toEqual(['no', 'no']);
    expect(canCall(reviewed(template('', queuePolicy(statement))), 'F', 'Q').text).toBe(
      "No: 'F' cannot call 'Q'; a 'Deny' of 'Guard' takes away what is allowed.",
    );
  });

  it.each([
    ['of calls without TLS', deny("Principal: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}")],
    ['of a service', deny('Principal: {Service: s3.amazonaws.com}')],
    ['of another action', "{Effect: Deny, Action: 'sqs:DeleteQueue', Resource: '*', Principal: '*'}"],
    ['of another role', deny('Principal: {AWS: !GetAtt Other.Arn}')],
  ])('leaves what is allowed with one %s', (_, statement) => {
    expect(answers(template('', queuePolicy(statement)))).toEqual(['yes', 'yes']);
  });

  it('is left open with another condition', () => {
    const statement = deny("Principal: '*', Condition: {StringNotEquals: {'aws:PrincipalTag/team': a}}");
    expect(answers(template('', queuePolicy(statement)))).toEqual(['unknown', 'unknown']);
  });

  it('counts for services, whose source is compared', () => {
    const topic = (statement: string) =>
      `  News: {Type: AWS::SNS::Topic}\n  Old: {Type: AWS::SNS::Topic}\n  Sub: {Type: AWS::SNS::Subscription, Properties: {TopicArn: !Ref News, Protocol: sqs, Endpoint: !GetAtt Q.Arn}}\n${queuePolicy(statement)}`;
    const permitted = (statement: string) =>
      reviewed(template('', topic(statement))).calls.find(({ from }) => from === 'News')?.permitted;
    expect(permitted(deny("Principal: '*'"))).toBe('no');
    const unless = (source: string) => deny(`Principal: '*', Condition: {ArnNotEquals: {'aws:SourceArn': ${source}}}`);
    expect(permitted(unless('!Ref News'))).toBe('yes');
    expect(permitted(unless('!Ref Old'))).toBe('no');
    expect(permitted(deny("Principal: '*', Condition: {StringEquals: {'aws:PrincipalOrgID': o-1}}"))).toBe('unknown');
  });

  it('counts for functions, too', () => {
    const caller = `  Caller: {Type: AWS::Serverless::Function, Properties: {${fn}, Policies: [LambdaInvokePolicy: {FunctionName: !Ref F}]}}\n`;
    const policy = `  Guard: {Type: AWS::Lambda::ResourcePolicy, Properties: {ResourceArn: !GetAtt F.Arn, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Deny, Action: 'lambda:InvokeFunction', Resource: !GetAtt F.Arn, Principal: '*'}]}}}\n`;
    expect(canCall(reviewed(template('', caller)), 'Caller', 'F').answer).toBe('yes');
    expect(canCall(reviewed(template('', caller + policy)), 'Caller', 'F').answer).toBe('no');
    const rule = `  Tick: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, Arn: !GetAtt F.Arn}]}}
  Let: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref F, Action: 'lambda:InvokeFunction', Principal: events.amazonaws.com, SourceArn: !GetAtt Tick.Arn}}\n`;
    const permitted = (text: string) => reviewed(text).calls.find(({ from }) => from === 'Tick')?.permitted;
    expect(permitted(template('', rule))).toBe('yes');
    expect(permitted(template('', rule + policy))).toBe('no');
  });
});

describe('a permissions boundary', () => {
  const bounded = (boundary: string, more = '') =>
    template('', more).replaceAll(
      'AWS::IAM::Role, Properties: {',
      `AWS::IAM::Role, Properties: {PermissionsBoundary: ${boundary}, `,
    );
  const own = (action: string, resource = "'*'") =>
    `  Limit: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: '${action}', Resource: ${resource}}]}}}\n`;

  it('must allow what policies allow', () => {
    expect(answers(bounded('!Ref Limit', own('sqs:*')))).toEqual(['yes', 'yes']);
    expect(answers(bounded('!Ref Limit', own('s3:*')))).toEqual(['no', 'no']);
    expect(answers(bounded('!Ref Limit', own('sqs:*', '!GetAtt Other.Arn')))).toEqual(['no', 'no']);
    expect(canCall(reviewed(bounded('!Ref Limit', own('s3:*'))), 'F', 'Q').text).toBe(
      "No: 'F' cannot call 'Q'; the permissions boundary of 'FRole' takes away what is allowed.",
    );
  });

  it('of AWS is known, and any other one is not', () => {
    expect(answers(bounded('arn:aws:iam::aws:policy/AmazonSQSFullAccess'))).toEqual(['yes', 'yes']);
    expect(answers(bounded('arn:aws:iam::aws:policy/AmazonS3FullAccess'))).toEqual(['no', 'no']);
    expect(answers(bounded("!Sub 'arn:aws:iam::${AWS::AccountId}:policy/limit'"))).toEqual(['unknown', 'unknown']);
    expect(canCall(reviewed(bounded("!Sub 'arn:aws:iam::${AWS::AccountId}:policy/limit'")), 'F', 'Q').text).toBe(
      "Perhaps: 'F' sends to 'Q', if the permissions boundary of 'FRole' allows it.",
    );
  });
});
