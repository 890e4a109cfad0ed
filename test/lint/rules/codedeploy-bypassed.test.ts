import { codedeployBypassed } from '../../../src/lint/rules/codedeploy-bypassed.ts';
import { marked } from '../marked.ts';
import { samFunctionCalled } from '../templates.ts';
import { tester } from '../tester.ts';

const rolled = `Transform: AWS::Serverless-2016-10-31
Resources:
${samFunctionCalled('Fn', 'AutoPublishAlias: live\nDeploymentPreference: {Type: AllAtOnce}')}`;
const caller = (value: string) => samFunctionCalled('Caller', `Environment: {Variables: {WORKER: ${value}}}`);
const schedule = (arn: string) => `  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: {Arn: ${arn}, RoleArn: 'arn:aws:iam::123456789012:role/r'}
`;
const flow = (arn: string) => `  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionSubstitutions: {Fn: ${arn}}
      Definition: {StartAt: A, States: {A: {Type: Task, Resource: '\${Fn}', End: true}}}
`;
const permission = (name: string, principal = 'events.amazonaws.com') => `  Permission:
    Type: AWS::Lambda::Permission
    Properties: {FunctionName: ${name}, Action: 'lambda:InvokeFunction', Principal: ${principal}}
`;
const machine = (properties: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
      ${properties}
      Events:
        Daily: {Type: Schedule, Properties: {Schedule: rate(1 day)}}
        Api: {Type: Api, Properties: {Path: /a, Method: post}}
`;

tester.run(codedeployBypassed, {
  valid: [
    rolled + caller('!Ref Fn.Alias') + schedule('!Ref Fn.Alias') + flow('!Ref Fn.Alias') + permission('!Ref Fn.Alias'),
    `${rolled}${schedule("!Sub '${Fn.Arn}:live'")}`,
    // No rollout: an alias alone, or none.
    rolled.replace(/ {6}DeploymentPreference.*\n/, '') + caller('!Ref Fn') + permission('!Ref Fn'),
    // The function's events go to its alias.
    rolled.replace(
      'AutoPublishAlias',
      'Events: {A: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}\n      AutoPublishAlias',
    ),
    // Not a reference but a text of the same letters.
    rolled + caller('Fn'),
    machine('Type: STANDARD'),
  ],
  invalid: [
    marked(rolled + caller('‹!Ref Fn›'), { messageId: 'bypassed', data: { what: "'WORKER'", how: '!Ref Fn.Alias' } }),
    marked(rolled + caller('‹!GetAtt Fn.Arn›'), 'bypassed'),
    marked(rolled + schedule('‹!GetAtt Fn.Arn›'), { messageId: 'bypassed', data: { what: 'A schedule' } }),
    marked(rolled + flow('!GetAtt Fn.Arn').replace("'${Fn}'", "‹'${Fn}'›"), {
      messageId: 'bypassed',
      data: { what: "The state 'A'" },
    }),
    marked(rolled + permission('‹!Ref Fn›'), { messageId: 'bypassed', data: { what: 'The permission' } }),
    marked(
      `${rolled}  Connector:
    Type: AWS::Serverless::Connector
    Properties: {Source: {Id: Caller}, Destination: {Id: ‹Fn›}, Permissions: [Write]}
${samFunctionCalled('Caller', 'MemorySize: 256')}`,
      { messageId: 'bypassed', data: { what: "The connector 'Connector'" } },
    ),
    marked(machine('AutoPublishAlias: live').replace('Daily:', '‹Daily›:').replace('Api:', '‹Api›:'), [
      { messageId: 'event', data: { event: 'Daily', alias: 'live' } },
      { messageId: 'event', data: { event: 'Api' } },
    ]),
  ],
});
