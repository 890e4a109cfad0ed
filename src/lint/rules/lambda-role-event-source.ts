import { defineRule } from '../../model/rule.ts';
import { attachManagedPolicy } from '../facts/edits/role.ts';
import { readActionsOf } from '../facts/events/read-actions.ts';
import { eventOf } from '../facts/events/sam-events.ts';
import { sourceKind, sourceNames } from '../facts/events/source.ts';
import { invokedFunction } from '../facts/functions/invoked-function.ts';
import { lackedActions, writtenRole } from '../facts/policies/role-permissions.ts';

export const lambdaRoleEventSource = defineRule({
  id: 'lambda-role-event-source',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Role cannot read its event source',
  description:
    'Lambda reads a queue or stream with the execution role of the function, and refuses the event source mapping where that may not. Attach `AWSLambdaSQSQueueExecutionRole`, `AWSLambdaKinesisExecutionRole` or `AWSLambdaDynamoDBExecutionRole`; SAM does so only for roles that it makes. Where only actions are missing that a stream with one reader can do without, it is a warning.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
  fixes: { missing: 'unsafe' },
  messages: {
    missing: "'{fn}' reads {source}, but its role '{role}' does not allow {actions}; attach {policy}.",
  },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
    Events:
      Clicks: {Type: Kinesis, Properties: {Stream: ‹!Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks'›, StartingPosition: LATEST}}
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Role: !GetAtt Role.Arn
    Events:
      Clicks: {Type: Kinesis, Properties: {Stream: !Sub 'arn:\${AWS::Partition}:kinesis:\${AWS::Region}:\${AWS::AccountId}:stream/clicks', StartingPosition: LATEST}}
Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Version: '2012-10-17'
      Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]
    ManagedPolicyArns:
      - !Sub 'arn:\${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaKinesisExecutionRole'`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    const kind = sourceKind(mapping, cx);
    const need = readActionsOf(kind);
    const fn = need && invokedFunction(mapping.get('FunctionName'), cx);
    const role = fn && writtenRole(fn, cx);
    if (!role || !kind) return;
    const refused = lackedActions(role, need.refused, cx);
    const lacked = [...refused, ...lackedActions(role, need.wanted, cx)];
    if (lacked.length === 0) return;
    const event = eventOf(mapping, cx);
    cx.report('missing', mapping.place('EventSourceArn'), {
      data: {
        fn: fn.id,
        source: sourceNames[kind],
        role: role.id,
        actions: lacked.join(', '),
        policy: need.policy,
      },
      level: refused.length > 0 ? 'error' : 'warning',
      related: [fn.place('Role'), role.at],
      fix: attachManagedPolicy(role, `service-role/${need.policy}`),
      ...(event && { logicalId: event.owner.id, eventId: event.id }),
    });
  },
});
