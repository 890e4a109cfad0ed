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
