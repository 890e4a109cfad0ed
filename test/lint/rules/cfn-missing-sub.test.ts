import { cfnMissingSub } from '../../../src/lint/rules/cfn-missing-sub.ts';
import { samFunction } from '../templates.ts';
import { tester } from '../tester.ts';

const topic = (value: string, more = '') => `Parameters: {Stage: {Type: String}}
Resources:
  Orders: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: ${value}}}
${more}`;
const plain = (template: string, line: number, column: number, name: string, level = 'warning') => ({
  template,
  problems: [{ messageId: 'plain', line, column, data: { name }, level }],
});

tester.run(cfnMissingSub, {
  valid: [
    topic("!Sub '${Stage} ${AWS::Region} ${!Stage}'"),
    topic("!Sub ['${A}', {A: !Ref Stage}]"),
    topic("'${aws:username} ${stageVariables.Stage} ${Other} ${HOME:-/root} $Stage ${!Stage}'"),
    topic('a', "Outputs: {One: {Value: a, Description: 'of ${Stage}'}}\n"),
    topic("'${Stage}'", 'Transform: OurMacro\n'),
    samFunction('Environment: {Variables: {A: b}}').replace('InlineCode: x', "InlineCode: 'const Fn = 1; `${Fn}`'"),
    `Resources:
  Custom: {Type: Custom::Template, Properties: {ServiceToken: x, Text: '\${AWS::Region}'}}
  Set:
    Type: AWS::CloudFormation::StackSet
    Properties: {StackSetName: a, PermissionModel: SELF_MANAGED, TemplateBody: '{"A": "\${AWS::Region}"}'}
  Flow:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: a, DefinitionString: '\${Set}', DefinitionSubstitutions: {Set: a}}
`,
  ],
  invalid: [
    plain(topic("'of ${Stage}'"), 4, 60, 'Stage'),
    plain(topic("'${Orders.Arn}'"), 4, 60, 'Orders.Arn'),
    plain(topic("!Join ['', [a, '${AWS::Region}']]"), 4, 75, 'AWS::Region'),
    plain(topic("!Sub ['${A}', {A: '${Stage}'}]"), 4, 78, 'Stage'),
    plain(topic('a', "Outputs: {One: {Value: 'https://${Orders}/'}}\n"), 5, 24, 'Orders'),
    plain(
      topic('a').replace('AWS::SQS::Queue}', "AWS::SQS::Queue, Properties: {QueueName: '${Stage}-a'}}"),
      3,
      59,
      'Stage',
      'error',
    ),
    plain(samFunction("Environment: {Variables: {A: '${AWS::Region}'}}"), 8, 36, 'AWS::Region'),
    plain(samFunction('Timeout: 5').replace('InlineCode: x', "InlineCode: 'a ${AWS::Region}'"), 5, 19, 'AWS::Region'),
  ],
});
