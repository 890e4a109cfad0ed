import { sfnLoggingPermission } from '../../../src/lint/rules/sfn-logging-permission.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const machine = (logging: string, role = '', name = 'Logging') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Log: {Type: AWS::Logs::LogGroup}
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
      ${name}: ${logging}
${role}`;
const to = (arn: string, level = 'ALL') =>
  `{Level: ${level}, Destinations: [{CloudWatchLogsLogGroup: {LogGroupArn: ${arn}}}]}`;
const all = to('!GetAtt Log.Arn');
const publishing = '      Policies: [SNSPublishMessagePolicy: {TopicName: a}]\n';
const logging = '      Policies: [CloudWatchLogsFullAccess]\n';

tester.run(sfnLoggingPermission, {
  valid: [
    machine(all, logging),
    machine(all, "      Policies: [{Statement: [{Effect: Allow, Action: 'logs:*', Resource: '*'}]}]\n"),
    machine(all, '      Role: arn:aws:iam::111122223333:role/flow\n'),
    machine(to('!GetAtt Log.Arn', 'OFF'), publishing),
    machine(to("!Sub 'arn:aws:logs:us-east-1:111122223333:log-group:${Log}:*'"), logging),
    machine(to("!Sub 'arn:aws:logs:us-east-1:111122223333:log-group:${Name}'"), logging),
  ],
  invalid: [
    marked(machine(all, publishing, '‹Logging›'), { messageId: 'role', data: { role: 'FlowRole', id: 'Flow' } }),
    marked(machine(to('‹arn:aws:logs:us-east-1:111122223333:log-group:a›'), logging), 'arn'),
    marked(machine(to("‹!Sub 'arn:aws:logs:us-east-1:111122223333:log-group:${Log}'›"), logging), 'arn'),
  ],
});
