import { describe, expect, it } from 'vitest';
import { canCall } from '../../src/review/can-call.ts';
import { graphOf } from '../../src/review/graph.ts';
import { reviewed } from './reviewed.ts';

const template = (role: string) => `Conditions: {Open: !Equals [!Ref 'AWS::Region', eu-west-1]}
Resources:
  R:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      ${role}
  F: {Type: AWS::Lambda::Function, Properties: {Runtime: nodejs22.x, Handler: a.b, Role: !GetAtt R.Arn, Code: {ZipFile: x}}}
  T: {Type: AWS::DynamoDB::Table, Properties: {BillingMode: PAY_PER_REQUEST, AttributeDefinitions: [{AttributeName: a, AttributeType: S}], KeySchema: [{AttributeName: a, KeyType: HASH}]}}
  Q: {Type: AWS::SQS::Queue}
  B: {Type: AWS::S3::Bucket}
  Pool: {Type: AWS::Cognito::UserPool}
`;
const statement = (text: string) =>
  `Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, ${text}}]}}]`;
const allow = (action: string, resource: string, more = '') =>
  statement(`Action: '${action}', Resource: ${resource}${more}`);
const managed = (name: string) => `ManagedPolicyArns: ['arn:aws:iam::aws:policy/${name}']`;
const answer = (role: string, to: string) => canCall(reviewed(template(role)), 'F', to);

describe('whether code may use a resource', () => {
  it.each([
    ['AdministratorAccess', managed('AdministratorAccess'), 'T', 'reads and writes'],
    ['AdministratorAccess', managed('AdministratorAccess'), 'B', 'reads and writes'],
    ['AdministratorAccess', managed('AdministratorAccess'), 'Pool', 'does anything with'],
    ['every action on everything', allow('*', "'*'"), 'T', 'reads and writes'],
    ['all of the service on everything', allow('dynamodb:*', "'*'"), 'T', 'reads and writes'],
    ['all of the service on it', allow('dynamodb:*', '!GetAtt T.Arn'), 'T', 'does anything with'],
    [
      'one action on all tables',
      allow('dynamodb:GetItem', "!Sub 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/*'"),
      'T',
      'reads',
    ],
    ['a managed policy of the service', managed('AmazonDynamoDBFullAccess'), 'T', 'reads and writes'],
    ['all of S3', allow('s3:*', "'*'"), 'B', 'reads and writes'],
    ['all actions but those of IAM', statement("NotAction: 'iam:*', Resource: '*'"), 'T', 'reads and writes'],
    ['receiving', allow('sqs:ReceiveMessage', '!GetAtt Q.Arn'), 'Q', 'receives from'],
    ['receiving', managed('service-role/AWSLambdaSQSQueueExecutionRole'), 'Q', 'receives from'],
    ['objects', allow('s3:GetObject', "!Sub '${B.Arn}/*'"), 'B', 'reads'],
    ['some objects', allow('s3:PutObject', "!Sub '${B.Arn}/in/*'"), 'B', 'writes'],
  ])('is yes with %s', (_, role, to, verbs) => {
    expect(answer(role, to)).toEqual({ answer: 'yes', text: `Yes: 'F' ${verbs} '${to}', as its role allows.` });
  });

  it.each([
    ['the actions of another service', allow('logs:*', "'*'"), 'T'],
    ['an action without a resource', allow('dynamodb:ListTables', "'*'"), 'T'],
    ['all actions but those of the service', statement("NotAction: 'dynamodb:*', Resource: '*'"), 'T'],
    ['another service', managed('AmazonDynamoDBFullAccess'), 'B'],
    ['another service', managed('AmazonDynamoDBFullAccess'), 'Pool'],
    ['objects on the ARN of the bucket', allow('s3:GetObject', '!GetAtt B.Arn'), 'B'],
  ])('is no with %s', (_, role, to) => {
    expect(answer(role, to)).toEqual({
      answer: 'no',
      text: `No: 'F' cannot call '${to}'; no permission, policy or role of the template allows it.`,
    });
  });

  it.each(['T', 'Q', 'B', 'Pool'])('is not known with a policy that is not in the template: %s', (to) => {
    expect(answer("ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/mine']", to)).toEqual({
      answer: 'unknown',
      text: `Not known: whether 'F' can call '${to}' depends on what the template does not show.`,
    });
  });

  it('is not known with some actions of a service whose actions are not looked at one by one', () => {
    expect(answer(allow('cognito-idp:AdminGetUser', "'*'"), 'Pool').answer).toBe('unknown');
  });

  it('is perhaps where a condition decides', () => {
    const condition = ", Condition: {IpAddress: {'aws:SourceIp': 1.2.3.4/32}}";
    expect(answer(allow('dynamodb:*', '!GetAtt T.Arn', condition), 'T')).toEqual({
      answer: 'unknown',
      text: "Perhaps: 'F' does anything with 'T', if a condition of its policies is met.",
    });
    expect(answer(allow('dynamodb:*', "'*'", condition), 'T').answer).toBe('unknown');
  });

  it('is no where a Deny takes it away', () => {
    const deny = "Action: '*', Resource: '*'}, {Effect: Deny, Action: 'dynamodb:*', Resource: '*'";
    expect(answer(statement(deny), 'T').answer).toBe('no');
    expect(answer(statement(deny), 'B').answer).toBe('yes');
  });
});

describe('the picture draws what code may certainly do', () => {
  const drawn = (role: string) =>
    graphOf(reviewed(template(role)).side).edges.map(
      ({ to, labels, kind, permitted }) => `${kind} ${to}: ${labels.join(', ')}${permitted ? '' : ' (not permitted)'}`,
    );
  it.each([
    [
      'AdministratorAccess',
      managed('AdministratorAccess'),
      ['Pool: does anything with', 'T: reads, writes', 'Q: sends to', 'B: reads, writes'],
    ],
    ['a managed policy of the service', managed('AmazonDynamoDBFullAccess'), ['T: reads, writes']],
    ['a managed policy of another one', managed('service-role/AWSLambdaBasicExecutionRole'), []],
    ['one action on all tables', allow('dynamodb:GetItem', "'arn:aws:dynamodb:*:*:table/*'"), ['T: reads']],
    ['all of the service on it', allow('dynamodb:*', '!GetAtt T.Arn'), ['T: does anything with']],
    ['all of the service on it and on all', allow('dynamodb:*', "[!GetAtt T.Arn, '*']"), ['T: does anything with']],
    ['sending to all queues', allow('sqs:SendMessage', "'*'"), ['Q: sends to']],
    ['receiving, which is an event', allow('sqs:ReceiveMessage', "'*'"), []],
    [
      'all actions but those of the service',
      statement("NotAction: 'dynamodb:*', Resource: '*'"),
      ['Pool: does anything with', 'Q: sends to', 'B: reads, writes'],
    ],
    [
      'what a condition decides about',
      allow('dynamodb:*', "'*'", ", Condition: {Bool: {'aws:SecureTransport': 'true'}}"),
      [],
    ],
  ])('with %s', (_, role, edges) => {
    expect(drawn(role).sort()).toEqual(edges.map((edge) => `data ${edge}`).sort());
  });
});

describe('what acts otherwise than by code', () => {
  const more = `  P: {Type: AWS::IAM::InstanceProfile, Properties: {Roles: [!Ref R]}}
  I: {Type: AWS::EC2::Instance, Properties: {IamInstanceProfile: !Ref P, ImageId: ami-1}}
  Plain: {Type: AWS::EC2::Instance, Properties: {ImageId: ami-1}}
  Launched: {Type: AWS::EC2::Instance, Properties: {LaunchTemplate: {LaunchTemplateId: lt-1, Version: '1'}}}
  U: {Type: AWS::IAM::User, Properties: {${allow('*', "'*'")}}}
  Project: {Type: AWS::CodeBuild::Project, Properties: {ServiceRole: !Ref R, Artifacts: {Type: NO_ARTIFACTS}, Source: {Type: NO_SOURCE}, Environment: {Type: LINUX_CONTAINER, Image: a, ComputeType: BUILD_GENERAL1_SMALL}}}
`;
  const found = reviewed(template(allow('*', "'*'")) + more);
  it.each([
    ['R', 'T', "Yes: 'R' reads and writes 'T', as its policies allow."],
    ['R', 'Q', "Yes: 'R' can call 'Q'; 'R' permits it."],
    ['P', 'T', "Yes: 'P' reads and writes 'T', as its role allows."],
    ['I', 'T', "Yes: 'I' reads and writes 'T', as its role allows."],
    ['Plain', 'T', "No: 'Plain' cannot call 'T'; no permission, policy or role of the template allows it."],
    ['T', 'Q', "No: 'T' cannot call 'Q'; no permission, policy or role of the template allows it."],
    ['Launched', 'T', "Not known: whether 'Launched' can call 'T' depends on what the template does not show."],
    [
      'U',
      'Q',
      "Not known: '--can' does not read what 'U' (AWS::IAM::User) may do. 'synth review' lists the permissions of all users and roles.",
    ],
    [
      'Project',
      'B',
      "Not known: '--can' does not read what 'Project' (AWS::CodeBuild::Project) may do. 'synth review' lists the permissions of all users and roles.",
    ],
  ])('%s → %s', (from, to, text) => {
    expect(canCall(found, from, to).text).toBe(text);
  });

  it('is no for a role without the permission', () => {
    expect(canCall(reviewed(template(allow('sqs:*', "'*'"))), 'R', 'T').answer).toBe('no');
  });
});
