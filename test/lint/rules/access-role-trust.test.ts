import { accessRoleTrust } from '../../../src/lint/rules/access-role-trust.ts';
import { tester } from '../tester.ts';

const role = (service: string, action = 'sts:AssumeRole') => `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Principal: {Service: ${service}}, Action: '${action}'}]
`;
const machine = `  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
`;
const source = `  Source:
    Type: AWS::AppSync::DataSource
    Properties: {ApiId: x, Name: x, Type: NONE, ServiceRoleArn: !GetAtt Role.Arn}
`;

tester.run(accessRoleTrust, {
  valid: [
    role('states.amazonaws.com') + machine,
    role('states.us-east-1.amazonaws.com') + machine,
    role('[lambda.amazonaws.com, states.amazonaws.com]') + machine,
    role('!Ref Service').replace('Resources', 'Parameters: {Service: {Type: String}}\nResources') + machine,
    role('appsync.amazonaws.com') + source,
    `Resources:\n${machine.replace('!GetAtt Role.Arn', 'arn:aws:iam::123456789012:role/flow')}`,
    `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties: {Definition: {StartAt: A, States: {A: {Type: Succeed}}}, Events: {Daily: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}}
`,
  ],
  invalid: [
    {
      template: role('lambda.amazonaws.com') + machine,
      problems: [
        { messageId: 'untrusted', line: 11, column: 16, level: 'error', data: { principal: 'states.amazonaws.com' } },
      ],
      output: role('[lambda.amazonaws.com, states.amazonaws.com]') + machine,
    },
    {
      template: role('lambda.amazonaws.com') + source,
      problems: [
        { messageId: 'untrusted', line: 10, column: 65, level: 'warning', data: { consequence: 'cannot use it' } },
      ],
      output: role('[lambda.amazonaws.com, appsync.amazonaws.com]') + source,
    },
    {
      // One finding for all that use the role.
      template: role('events.amazonaws.com') + machine + machine.replace('Flow', 'Second'),
      problems: [{ messageId: 'untrusted', line: 11, column: 16 }],
      output: role('[events.amazonaws.com, states.amazonaws.com]') + machine + machine.replace('Flow', 'Second'),
    },
  ],
});
