import { describe, expect, it } from 'vitest';
import { bundledSpecs } from '../../src/cli/specs.ts';
import { type LintOptions, lint } from '../../src/lint/lint.ts';

/** The places of function names that AWS does not take. */
const found = (name: string, more = '', options: LintOptions = {}): string[] =>
  lint(
    `Transform: AWS::Serverless-2016-10-31
Parameters:
  Name: {Type: String, Default: ''}
  Names: {Type: CommaDelimitedList, Default: ''}
  Odd: {Type: String, Default: a b}
  Secret: {Type: String, Default: '', NoEcho: true}
  Switch: {Type: String, Default: off}
  Open: {Type: String}
Conditions:
  NoName: !Equals [!Ref Name, '']
  HasName: !Not [!Condition NoName]
  HasNames: !Not [!Equals [!Join ['', !Ref Names], '']]
  HasSecret: !Not [!Equals [!Ref Secret, '']]
  SwitchedOn: !Equals [!Ref Switch, on]
  IsOpen: !Equals [!Ref Open, '']
  All: !And [!Condition IsOpen, !Condition HasName]
  Any: !Or [!Condition IsOpen, !Condition HasName]
Resources:
  Fn:
    Type: AWS::Serverless::Function
    ${more}
    Properties: {InlineCode: x, Handler: index.handler, Runtime: nodejs22.x, FunctionName: ${name}}
`,
    { only: ['lambda-function-name'], ...options },
  ).problems.map(({ message }) => message.replace(/^.*name ('.*?') .*$/, '$1'));

describe('the default of a parameter', () => {
  it('counts where no condition stands in its way', () => {
    expect(found('!Ref Odd')).toEqual(["'a b'"]);
    expect(found('!If [NoName, !Ref Name, ok]')).toEqual(["''"]);
    expect(found('!If [HasName, ok, !Ref Name]')).toEqual(["''"]);
  });

  it('does not count in a branch that is taken for other values only', () => {
    expect(found('!If [NoName, ok, !Ref Name]')).toEqual([]);
    expect(found('!If [HasName, !Ref Name, ok]')).toEqual([]);
    expect(found("!If [HasName, !Sub 'a ${Name}', ok]")).toEqual([]);
    expect(found("!If [HasName, !If [IsOpen, ok, !Join ['', [!Ref Name, ' a']]], ok]")).toEqual([]);
    expect(found("!If [HasNames, !Join [' ', [!Ref Names, b]], ok]")).toEqual([]);
    expect(found('!If [HasSecret, !Ref Secret, ok]')).toEqual([]);
  });

  it('does not count in a resource that is made for other values only', () => {
    expect(found('!Ref Name', 'Condition: HasName')).toEqual([]);
    expect(found('!Ref Name', 'Condition: NoName')).toEqual(["''"]);
    expect(found('!Ref Name', 'Condition: All')).toEqual([]);
    expect(found('!Ref Name', 'Condition: Any')).toEqual(["''"]);
  });

  it('does not count where it is empty and no condition speaks of that: it is given at the deployment', () => {
    expect(found('!Ref Name')).toEqual([]);
    expect(found("!Sub '${Name}/x y'")).toEqual([]);
    expect(found('!Ref Name', 'Condition: IsOpen')).toEqual([]);
    expect(found('!If [IsOpen, !Ref Name, ok]')).toEqual([]);
    const plain = (conditions: string) => `Parameters: {TableArn: {Type: String, Default: ''}}
${conditions}Resources:
  Docs:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: {Effect: Allow, Action: dynamodb:GetItem, Resource: [!Ref TableArn, !Sub '\${TableArn}/index/*']}
`;
    expect(lint(plain('')).problems).toEqual([]);
    expect(lint(plain('Conditions: {Always: !Equals [a, a]}\n')).problems.map(({ code }) => code)).toEqual([
      'cfn-unused-condition',
    ]);
  });

  it('does not count where it is empty and the branch is not taken by default', () => {
    expect(found('!If [SwitchedOn, !Ref Name, ok]')).toEqual([]);
    expect(found('!If [SwitchedOn, !Ref Odd, ok]')).toEqual(["'a b'"]);
  });

  it('gives way to a value that was given', () => {
    const parameters = { Name: 'a b' };
    expect(found('!If [HasName, !Ref Name, ok]', '', { parameters })).toEqual(["'a b'"]);
    expect(found('!If [NoName, !Ref Name, ok]', '', { parameters })).toEqual([]);
  });

  it('does not count as a part of a text either', () => {
    const template = (condition: string) => `Parameters:
  Stream: {Type: String, Default: ''}
Conditions:
  NoStream: !Equals [!Ref Stream, '']
  HasStream: !Not [!Condition NoStream]
Resources:
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Condition: ${condition}
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: 'kinesis:GetRecords', Resource: !Sub '\${Stream}'}]
`;
    const codes = (condition: string) => lint(template(condition)).problems.map(({ code }) => code);
    expect(codes('HasStream')).not.toContain('iam-policy-document');
    expect(codes('NoStream')).toContain('iam-policy-document');
  });

  it('leaves texts alone that no parameter is in', () => {
    expect(found('!If [HasName, a b, ok]')).toEqual(["'a b'"]);
    expect(found("!If [HasName, !Sub 'a b', ok]", 'Condition: HasName')).toEqual(["'a b'"]);
  });

  it('counts where one of the places that share it can be reached', () => {
    expect(found('!If [HasName, &name !Ref Name, !If [IsOpen, *name, ok]]')).toContain("''");
  });

  describe('beside a choice by a condition on the same parameter', () => {
    const head = `Parameters:
  Mode: {Type: String, Default: PAY_PER_REQUEST, AllowedValues: [PAY_PER_REQUEST, PROVISIONED]}
  Stage: {Type: String, Default: test}
  Size: {Type: Number, Default: 5}
Mappings:
  Nodes: {test: {count: 1}, live: {count: 3}}
Conditions:
  IsProvisioned: !Equals [!Ref Mode, PROVISIONED]
  IsLive: !Equals [!Ref Stage, live]
  IsSmall: !Equals [!Ref Size, 1]
Resources:
`;
    const errors = (resource: string, parameters = {}) =>
      lint(head + resource, { parameters, specs: bundledSpecs })
        .problems.filter(({ level }) => level === 'error')
        .map(({ code }) => code);

    const table = (mode: string, condition: string) => `
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      BillingMode: ${mode}
      ProvisionedThroughput: !If [${condition}, {ReadCapacityUnits: 1, WriteCapacityUnits: 1}, !Ref AWS::NoValue]
`;

    it('goes with one branch only, so that it is not known which', () => {
      expect(errors(table('!Ref Mode', 'IsProvisioned'))).toEqual([]);
      expect(errors(table("!Sub '${Mode}'", 'IsProvisioned'))).toEqual([]);
      expect(errors(table('!Ref Mode', 'IsProvisioned'), { Mode: 'PROVISIONED' })).toEqual([]);
    });

    it('counts beside a choice by another parameter', () => {
      expect(errors(table('!Ref Mode', 'IsLive'))).toEqual(['dynamodb-billing-mode']);
    });

    it('goes for numbers, and for mappings with a parameter as key', () => {
      const group = (least: string, most: string) => `
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      AvailabilityZones: !GetAZs ''
      LaunchConfigurationName: machines
      MinSize: ${least}
      MaxSize: ${most}
`;
      expect(errors(group('!Ref Size', "!If [IsSmall, '1', '9']"))).toEqual([]);
      expect(errors(group("'5'", "'1'"))).toEqual(['cfn-number-order']);
      const cache = (failover: string) => `
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: orders
      Engine: redis
      CacheNodeType: cache.t4g.small
      NumCacheClusters: !FindInMap [Nodes, !Ref Stage, count]
      AutomaticFailoverEnabled: ${failover}
`;
      expect(errors(cache('!If [IsLive, true, false]'))).toEqual([]);
      expect(errors(cache('true'))).toEqual(['elasticache-failover']);
    });
  });
});
