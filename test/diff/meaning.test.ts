import { describe, expect, it } from 'vitest';
import { comparedOf } from './sides.ts';

const around = `
Parameters:
  Stage: {Type: String}
  Names: {Type: CommaDelimitedList}
Mappings:
  Sizes: {small: {memory: 128}, large: {memory: 256}}
  Copy: {small: {memory: 128}, large: {memory: 256}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Production: !Equals [prod, !Ref Stage]
  NotDev: !Not [!Equals [!Ref Stage, dev]]
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Queue: {Type: AWS::SQS::Queue}
`;

const fn = (properties: string) => `${around}  Fn: {Type: AWS::Lambda::Function, Properties: {${properties}}}\n`;
const role = (statements: string) => `${around}  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: one
          PolicyDocument: {Version: '2012-10-17', Statement: ${statements}}
`;

const differences = (before: string, after: string) =>
  comparedOf(before, after).resources.flatMap((change) => [...change.differences, ...change.attributes]);

describe('values that say the same', () => {
  it.each([
    ['a number as a text', 'Timeout: 3', 'Timeout: "3"'],
    ['a truth as a text', 'SnapStart: {ApplyOn: None}, Layers: []', 'Layers: [], SnapStart: {ApplyOn: None}'],
    ['a text as a number', 'Environment: {Variables: {A: 1}}', 'Environment: {Variables: {A: "1"}}'],
    ['Fn::Sub and Fn::Join', 'Handler: !Sub "${Stage}-a"', 'Handler: !Join ["-", [!Ref Stage, a]]'],
    ['Fn::Sub of a reference alone', 'Role: !Sub "${Queue.Arn}"', 'Role: !GetAtt Queue.Arn'],
    ['the two ways to write Fn::GetAtt', 'Role: {"Fn::GetAtt": Queue.Arn}', 'Role: {"Fn::GetAtt": [Queue, Arn]}'],
    ['variables of Fn::Sub', 'Handler: !Sub ["${X}/${Stage}", {X: !Ref Bucket}]', 'Handler: !Sub "${Bucket}/${Stage}"'],
    ['a join of literals', 'Handler: !Join [".", [index, handler]]', 'Handler: index.handler'],
    ['what is looked up', 'MemorySize: !FindInMap [Sizes, small, memory]', 'MemorySize: 128'],
    [
      'mappings of another name',
      'MemorySize: !FindInMap [Sizes, !Ref Stage, memory]',
      'MemorySize: !FindInMap [Copy, !Ref Stage, memory]',
    ],
    ['conditions of another name', 'Timeout: !If [IsProd, 5, 6]', 'Timeout: !If [Production, 5, 6]'],
    ['a choice between the same', 'Timeout: !If [IsProd, 5, "5"]', 'Timeout: 5'],
    ['AWS::NoValue', 'Timeout: !Ref AWS::NoValue', 'Handler: !Ref AWS::NoValue'],
    ['a part of a list', 'Handler: !Select [1, [a, b]]', 'Handler: b'],
    ['a text split', 'Architectures: !Split [",", "arm64"]', 'Architectures: [arm64]'],
    [
      'sets',
      'VpcConfig: {SubnetIds: [a, b], SecurityGroupIds: [c, d]}',
      'VpcConfig: {SubnetIds: [b, a], SecurityGroupIds: [d, c]}',
    ],
    ['tags', 'Tags: [{Key: a, Value: 1}, {Key: b, Value: 2}]', 'Tags: [{Value: "2", Key: b}, {Key: a, Value: "1"}]'],
    ['JSON in a text', `Description: '{"a": [1, 2], "b": {}}'`, `Description: '{"b":{},"a":[1,2]}'`],
  ])('%s', (_, before, after) => {
    expect(differences(fn(before), fn(after))).toEqual([]);
    expect(differences(fn(after), fn(before))).toEqual([]);
  });

  it.each([
    [
      'one action and a list',
      '[{Effect: Allow, Action: s3:GetObject, Resource: "*"}]',
      '[{Effect: Allow, Action: [s3:GetObject], Resource: ["*"]}]',
    ],
    [
      'a statement alone',
      '{Effect: Allow, Action: s3:GetObject, Resource: "*"}',
      '[{Effect: Allow, Action: s3:GetObject, Resource: "*"}]',
    ],
    [
      'actions in another order and case',
      '[{Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: "*"}]',
      '[{Effect: Allow, Action: [s3:putobject, s3:getobject], Resource: "*"}]',
    ],
    [
      'statements in another order',
      '[{Effect: Allow, Action: s3:GetObject, Resource: a}, {Effect: Deny, Action: s3:*, Resource: b}]',
      '[{Effect: Deny, Action: s3:*, Resource: b}, {Effect: Allow, Action: s3:GetObject, Resource: a}]',
    ],
    [
      'actions divided among statements',
      '[{Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: "*"}]',
      '[{Effect: Allow, Action: s3:GetObject, Resource: "*"}, {Effect: Allow, Action: s3:PutObject, Resource: "*"}]',
    ],
    [
      'what a wildcard says already',
      '[{Effect: Allow, Action: [s3:GetObject, s3:Get*], Resource: "*"}]',
      '[{Effect: Allow, Action: s3:Get*, Resource: "*"}]',
    ],
    [
      'all actions behind a wildcard',
      '[{Effect: Allow, Action: "sqs:Send*", Resource: "*"}]',
      '[{Effect: Allow, Action: [sqs:SendMessage, sqs:SendMessageBatch], Resource: "*"}]',
    ],
    [
      'the names of statements',
      '[{Sid: A, Effect: Allow, Action: s3:GetObject, Resource: "*"}]',
      '[{Sid: B, Effect: Allow, Action: s3:GetObject, Resource: "*"}]',
    ],
  ])('in policies: %s', (_, before, after) => {
    expect(differences(role(before), role(after))).toEqual([]);
    expect(differences(role(after), role(before))).toEqual([]);
  });

  it('for the order of DependsOn, and one name or a list', () => {
    const queue = (names: string) => `${around}  Other: {Type: AWS::SQS::Queue, DependsOn: ${names}}\n`;
    expect(differences(queue('[Bucket, Queue]'), queue('[Queue, Bucket]'))).toEqual([]);
    expect(differences(queue('Bucket'), queue('[Bucket]'))).toEqual([]);
  });
});

describe('what the registry calls a set', () => {
  const thing = (type: string, properties: string) =>
    `${around}  Thing: {Type: ${type}, Properties: {${properties}}}\n`;
  it.each([
    [
      'AWS::CloudFormation::StackSet',
      'StackInstancesGroup: [{DeploymentTargets: {Accounts: ["1", "2"]}, Regions: [a, b]}]',
      'StackInstancesGroup: [{DeploymentTargets: {Accounts: ["2", "1"]}, Regions: [b, a]}]',
    ],
    [
      'AWS::ElasticLoadBalancingV2::ListenerRule',
      'Conditions: [{Field: path-pattern, Values: [/a]}, {Field: host-header, Values: [b]}]',
      'Conditions: [{Field: host-header, Values: [b]}, {Field: path-pattern, Values: [/a]}]',
    ],
  ])('has no order: %s', (type, before, after) => {
    expect(differences(thing(type, before), thing(type, after))).toEqual([]);
  });

  it('changes by an item that goes and one that comes', () => {
    const rule = (...paths: string[]) =>
      thing(
        'AWS::ElasticLoadBalancingV2::ListenerRule',
        `Conditions: [${paths.map((path) => `{Field: path-pattern, Values: [${path}]}`).join(', ')}]`,
      );
    const changed = comparedOf(rule('/b', '/c', '/d'), rule('/d', '/b', '/a')).resources[0]!.differences;
    expect(changed.map(({ before, after }) => [before, after])).toEqual([
      ['/c', undefined],
      [undefined, '/a'],
    ]);
  });
});

describe('values that do not', () => {
  it.each([
    [
      'numbers in free-form data',
      'AWS::Events::Rule',
      'EventPattern: {detail: {n: [1]}}',
      'EventPattern: {detail: {n: ["1"]}}',
    ],
    [
      'the order of a command',
      'AWS::Lightsail::Container',
      'ContainerServiceDeployment: {Containers: [{Command: [a, b]}]}',
      'ContainerServiceDeployment: {Containers: [{Command: [b, a]}]}',
    ],
    ['the order of layers', 'AWS::Lambda::Function', 'Layers: [a, b]', 'Layers: [b, a]'],
    [
      'the order of keys of an index',
      'AWS::DynamoDB::Table',
      'KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: RANGE}]',
      'KeySchema: [{AttributeName: b, KeyType: HASH}, {AttributeName: a, KeyType: RANGE}]',
    ],
    ['an escaped reference', 'AWS::Lambda::Function', 'Handler: !Sub "${!Stage}"', 'Handler: !Sub "${Stage}"'],
  ])('%s', (_, type, before, after) => {
    const template = (properties: string) => `${around}  Thing: {Type: ${type}, Properties: {${properties}}}\n`;
    expect(differences(template(before), template(after))).not.toEqual([]);
  });

  it('for what a condition asks, wherever it is used', () => {
    const used = fn('Timeout: !If [IsProd, 5, 6]');
    expect(
      comparedOf(used, used.replace('[!Ref Stage, prod]', '[!Ref Stage, live]')).resources.map(({ id }) => id),
    ).toEqual(['Fn']);
  });

  it('for policies: another version, another resource, another condition', () => {
    const one = role('[{Effect: Allow, Action: s3:Get*, Resource: a}]');
    for (const [from, to] of [
      ['2012-10-17', '2008-10-17'],
      ['Resource: a', 'Resource: b'],
      ['Resource: a', 'Resource: a, Condition: {Bool: {x: true}}'],
      ['Allow', 'Deny'],
      ['s3:Get*', 's3:*'],
    ]) {
      expect(differences(one, one.replace(from!, to!)), to).not.toEqual([]);
    }
  });
});

describe('what is not known', () => {
  it.each([
    ['a parameter in place of a text', 'FunctionName: a', 'FunctionName: !Ref Stage', 'replaced?'],
    ['another parameter', 'FunctionName: !Ref Stage', 'FunctionName: !Select [0, !Ref Names]', 'replaced?'],
    [
      'a text around a parameter that can be the same',
      'FunctionName: a-b-c',
      'FunctionName: !Sub "a-${Stage}-c"',
      'replaced?',
    ],
    ['a text around a parameter that cannot', 'FunctionName: a-b-c', 'FunctionName: !Sub "x-${Stage}-c"', 'replaced'],
    ['two resources', 'FunctionName: !Ref Bucket', 'FunctionName: !Ref Queue', 'replaced'],
    ['a branch of a condition', 'FunctionName: !If [IsProd, a, b]', 'FunctionName: !If [IsProd, a, c]', 'replaced?'],
    ['one of two branches', 'FunctionName: !If [IsProd, a, b]', 'FunctionName: a', 'replaced?'],
    ['none of two branches', 'FunctionName: !If [IsProd, a, b]', 'FunctionName: c', 'replaced'],
    ['a dynamic reference', 'FunctionName: "{{resolve:ssm:/a}}"', 'FunctionName: "{{resolve:ssm:/b}}"', 'replaced?'],
    ['nothing or something', 'Handler: a', 'Handler: a, FunctionName: !If [IsProd, a, !Ref AWS::NoValue]', 'replaced?'],
  ])('%s', (_, before, after, fate) => {
    const [change] = comparedOf(fn(before), fn(after)).resources;
    expect(`${change?.fate}${change?.certain ? '' : '?'}`).toBe(fate);
  });

  it('is put in where it is given', () => {
    const [before, after] = [fn('FunctionName: a-prod'), fn('FunctionName: !Sub "a-${Stage}"')];
    expect(comparedOf(before, after, { parameters: { Stage: 'prod' } }).resources).toEqual([]);
    expect(comparedOf(before, after, { parameters: { Stage: 'dev' } }).resources[0]).toMatchObject({
      fate: 'replaced',
      certain: true,
    });
  });
});
