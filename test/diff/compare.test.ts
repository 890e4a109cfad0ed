import { describe, expect, it } from 'vitest';
import { failsOn, type TemplateDiff } from '../../src/diff/report/summary.ts';
import type { Reader } from '../../src/index.ts';
import { changeOf, comparedOf, fateOf, fatesOf } from './sides.ts';

const table = (more = '', attributes = '') => `Resources:
  Table:
    Type: AWS::DynamoDB::Table
${attributes}
    Properties: {AttributeDefinitions: [{AttributeName: id, AttributeType: S}], BillingMode: PAY_PER_REQUEST, KeySchema: [{AttributeName: id, KeyType: HASH}]${more}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Fn, EventSourceArn: !GetAtt Table.StreamArn}
  Fn:
    Type: AWS::Lambda::Function
    Properties: {Handler: a.b, Environment: {Variables: {TABLE: !Sub '\${Table}'}}}
Outputs:
  Name: {Value: !Ref Table}
`;

describe('lists of rules', () => {
  const bucket = (...rules: readonly string[]) =>
    `Resources: {B: {Type: AWS::S3::Bucket, Properties: {LifecycleConfiguration: {Rules: [${rules.join(', ')}]}}}}\n`;
  const [first, second] = [
    '{Id: a, Status: Enabled, Prefix: x, ExpirationInDays: 3}',
    '{Id: b, Status: Enabled, Prefix: y, ExpirationInDays: 5}',
  ];
  it('go by the ids of the rules, and by their order where one has none', () => {
    expect(comparedOf(bucket(first, second), bucket(second, first)).resources).toEqual([]);
    const [change] = comparedOf(bucket(first, second), bucket(second.replace('5', '7'), first)).resources;
    expect(change?.differences).toMatchObject([
      { path: ['LifecycleConfiguration', 'Rules', 'b', 'ExpirationInDays'], before: 5, after: 7 },
    ]);
    const unnamed = first.replace('Id: a, ', '');
    expect(comparedOf(bucket(unnamed, second), bucket(second, unnamed)).resources).toHaveLength(1);
  });
});

describe('what becomes of resources', () => {
  it('is nothing where nothing is said anew', () => {
    expect(comparedOf(table(), table())).toMatchObject({ resources: [], sections: [] });
  });

  it('is an update, or a replacement that is carried on to what refers to it', () => {
    expect(fatesOf(table(), table(', PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}'))).toEqual({
      Table: 'changed',
    });
    const { resources } = comparedOf(table(), table(', TableName: orders'));
    expect(resources.map(({ id, fate, certain, oldCopy }) => [id, fate, certain, oldCopy])).toEqual([
      ['Table', 'replaced', true, 'deleted'],
      ['Mapping', 'replaced', true, 'deleted'],
      ['Fn', 'changed', true, undefined],
    ]);
    expect(resources[1]?.because).toMatchObject([{ on: 'Table', path: ['EventSourceArn'], replaces: true }]);
    expect(resources[2]?.because).toMatchObject([{ on: 'Table', path: ['Environment', 'Variables', 'TABLE'] }]);
  });

  it('is carried on as perhaps where it is perhaps, and through several steps', () => {
    const chain = (name: string) => `
Parameters: {Name: {Type: String}}
Resources:
  First: {Type: AWS::IAM::Role, Properties: {RoleName: ${name}}}
  Second: {Type: AWS::IAM::InstanceProfile, Properties: {InstanceProfileName: !Sub 'p-\${First}', Roles: []}}
  Third: {Type: AWS::SNS::Topic, Properties: {TopicName: !Sub '\${Second}-t'}}
`;
    expect(fatesOf(chain('a'), chain('b'))).toEqual({ First: 'replaced', Second: 'replaced', Third: 'replaced' });
    expect(fatesOf(chain('a'), chain('!Ref Name'))).toEqual({
      First: 'replaced?',
      Second: 'replaced?',
      Third: 'replaced?',
    });
  });

  it('says what happens to the old one by its policies', () => {
    const oldCopy = (before: string, after: string) =>
      comparedOf(before, after).resources.find(({ id }) => id === 'Table')?.oldCopy;
    expect(oldCopy(table(), table(', TableName: a', '    UpdateReplacePolicy: Retain'))).toBe('retained');
    expect(oldCopy(table(), table(', TableName: a', '    DeletionPolicy: Retain'))).toBe('deleted');
    const gone = 'Resources: {Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b}}}';
    expect(oldCopy(table('', '    DeletionPolicy: Retain'), gone)).toBe('retained');
    expect(oldCopy(table('', '    DeletionPolicy: Snapshot'), gone)).toBe('snapshotted');
    expect(oldCopy(table(), gone)).toBe('deleted');
  });

  it('does not touch the resource where only its attributes change', () => {
    expect(fatesOf(table(), table('', '    DeletionPolicy: Retain'))).toEqual({ Table: 'attributes' });
    expect(fatesOf(table(), table('', '    Metadata: {a: b}'))).toEqual({ Table: 'attributes' });
  });

  it('is refused where the type changes', () => {
    expect(fatesOf(table(), table().replace('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'))).toEqual({
      Table: 'refused',
    });
  });

  it('counts what is nested as the specification does', () => {
    const instance = (ebs: string, type = 't3.micro') => `Resources:
  Instance: {Type: AWS::EC2::Instance, Properties: {InstanceType: ${type}, BlockDeviceMappings: [{DeviceName: a, Ebs: {${ebs}}}]}}`;
    expect(fatesOf(instance('KmsKeyId: a'), instance('KmsKeyId: b'))).toEqual({ Instance: 'replaced' });
    expect(fatesOf(instance('KmsKeyId: a'), instance('KmsKeyId: a', 't3.large'))).toEqual({ Instance: 'replaced?' });
  });
});

describe('resources under another id', () => {
  const named = (id: string, more = '') => `Resources:
  ${id}: {Type: AWS::SQS::Queue, Properties: {QueueName: orders${more}}}
  Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Environment: {Variables: {Q: !Ref ${id}}}}}
`;

  it('are the same by their physical names', () => {
    const [change] = comparedOf(named('Queue'), named('Orders', ', DelaySeconds: 5')).resources;
    expect(change).toMatchObject({
      id: 'Orders',
      formerId: 'Queue',
      renamed: true,
      fate: 'replaced',
      oldCopy: 'deleted',
    });
    expect(change?.differences.map(({ path }) => path)).toEqual([['DelaySeconds']]);
  });

  it('are the same by what they hold, those they refer to renamed as well', () => {
    const pair = (prefix: string) => `Resources:
  ${prefix}Role: {Type: AWS::IAM::Role, Properties: {Path: /a/}}
  ${prefix}Fn: {Type: AWS::Lambda::Function, Properties: {Handler: a.b, Role: !GetAtt ${prefix}Role.Arn}}
`;
    const { resources } = comparedOf(pair('Old'), pair('New'));
    expect(resources.map(({ id, formerId, renamed }) => [id, formerId, renamed])).toEqual([
      ['NewRole', 'OldRole', true],
      ['NewFn', 'OldFn', true],
    ]);
  });

  it('are taken as others where several are alike', () => {
    const queues = (...ids: string[]) =>
      `Resources:\n${ids.map((id) => `  ${id}: {Type: AWS::SQS::Queue}\n`).join('')}`;
    expect(fatesOf(queues('A', 'B'), queues('C', 'D'))).toEqual({ A: 'removed', B: 'removed', C: 'added', D: 'added' });
    expect(comparedOf(queues('A'), queues('C')).resources[0]).toMatchObject({ id: 'C', formerId: 'A', renamed: true });
  });

  it('succeed each other where each change makes a new one: versions and deployments', () => {
    const sam = (memory: number) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: s3://b/k, AutoPublishAlias: live, MemorySize: ${memory}}
`;
    const { resources } = comparedOf(sam(128), sam(256));
    expect(resources.map(({ type, fate, oldCopy }) => [type.split('::')[2], fate, oldCopy])).toEqual([
      ['Version', 'succeeded', 'retained'],
      ['Alias', 'changed', undefined],
      ['Function', 'changed', undefined],
    ]);
  });
});

describe('conditions of resources', () => {
  const conditional = (condition: string, definition = '!Equals [!Ref Stage, prod]') => `
Parameters: {Stage: {Type: String}}
Conditions: {IsProd: ${definition}}
Resources:
  Queue: {Type: AWS::SQS::Queue${condition}}
  Topic: {Type: AWS::SNS::Topic}
`;

  it('perhaps take a resource away, and what is known not to be there is not there', () => {
    expect(fatesOf(conditional(''), conditional(', Condition: IsProd'))).toEqual({ Queue: 'removed?' });
    expect(fatesOf(conditional(''), conditional(', Condition: IsProd'), { parameters: { Stage: 'dev' } })).toEqual({
      Queue: 'removed',
    });
    expect(fatesOf(conditional(''), conditional(', Condition: IsProd'), { parameters: { Stage: 'prod' } })).toEqual({});
  });

  it('make additions and removals perhaps', () => {
    const without = conditional('').replace(/ {2}Queue.*\n/, '');
    expect(fatesOf(without, conditional(', Condition: IsProd'))).toEqual({ Queue: 'added?' });
    expect(fatesOf(conditional(', Condition: IsProd'), without)).toEqual({ Queue: 'removed?' });
  });
});

describe('what is found', () => {
  it('has its places, before and after', () => {
    const [change] = comparedOf(table(), table(', TableName: orders')).resources;
    const [difference] = change!.differences;
    expect(difference?.at?.source.text.slice(difference.at.start, difference.at.end)).toBe('orders');
    const [back] = comparedOf(table(', TableName: orders'), table()).resources[0]!.differences;
    expect(back?.wasAt?.source.text.slice(back.wasAt.start, back.wasAt.end)).toBe('orders');
  });

  it('holds the sections that have an effect of their own', () => {
    const { sections } = comparedOf(table(), table().replace('Value: !Ref Table', 'Value: !GetAtt Table.Arn'));
    expect(sections).toMatchObject([{ section: 'Outputs', path: ['Name', 'Value'] }]);
  });
});

describe('local code against a deployed template', () => {
  const sam = (code: string, timeout: number) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: ${code}, AutoPublishAlias: live, Timeout: ${timeout}}
`;

  it('is perhaps the same, and so perhaps a new version', () => {
    const fates = fatesOf(sam('s3://packaged/code', 3), sam('src/fn', 5));
    expect(Object.values(fates)).toEqual(['succeeded?', 'changed?', 'changed']);
    expect(Object.values(fatesOf(sam('s3://packaged/code', 3), sam('s3://packaged/other', 3)))).toEqual([
      'succeeded',
      'changed',
      'changed',
    ]);
    expect(Object.values(fatesOf(sam('src/fn', 3), sam('src/other', 3)))).toEqual(['succeeded', 'changed', 'changed']);
  });

  it('makes what refers to it perhaps changed or replaced, and nothing fails for that', () => {
    const using = (code: string, principal = "'*'", action = 'lambda:InvokeFunction') => `${sam(code, 3)}
  Lib: {Type: AWS::Serverless::LayerVersion, Properties: {ContentUri: ${code}}}
  May: {Type: AWS::Lambda::LayerVersionPermission, Properties: {Action: 'lambda:GetLayerVersion', Principal: ${principal}, LayerVersionArn: !Ref Lib}}
  Policy: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: '${action}', Resource: !Ref Fn.Version}]}}}
`;
    const change = changeOf(using('s3://packaged/code'), using('src/fn'));
    const fates = Object.fromEntries(change.compared.resources.map((each) => [each.id, fateOf(each)]));
    expect(fates).toMatchObject({ May: 'replaced?', Policy: 'changed?' });
    expect(failsOn({ change, consequences: [] } as unknown as TemplateDiff, 'replaced')).toBe(false);
    // What changes beside that is certain.
    expect(fatesOf(using('s3://packaged/code'), using('src/fn', "'123456789012'", 'lambda:*'))).toMatchObject({
      May: 'replaced',
      Policy: 'changed',
    });
    const other = changeOf(using('s3://packaged/code'), using('s3://packaged/other'));
    expect(other.compared.resources.find(({ id }) => id === 'May')).toMatchObject({ fate: 'replaced', certain: true });
    expect(failsOn({ change: other, consequences: [] } as unknown as TemplateDiff, 'replaced')).toBe(true);
  });

  it('makes what is published of what refers to it perhaps a new version', () => {
    const chain = (code: string, timeout = 3) => `${sam(code, 3)}
  Second:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: ${code}, AutoPublishAlias: live, Environment: {Variables: {V: !Ref Fn.Version}}}
  Third:
    Type: AWS::Serverless::Function
    Properties: {Handler: a.b, Runtime: nodejs22.x, CodeUri: ${code}, AutoPublishAlias: live, Timeout: ${timeout}, Environment: {Variables: {V: !Ref Second.Version}}}
`;
    const fates = (from: string, to: string) => Object.values(fatesOf(from, to));
    expect(new Set(fates(chain('s3://packaged/code'), chain('src/fn')))).toEqual(new Set(['succeeded?', 'changed?']));
    expect(new Set(fates(chain('s3://packaged/code'), chain('s3://packaged/other')))).toEqual(
      new Set(['succeeded', 'changed']),
    );
    expect(fates(chain('s3://packaged/code'), chain('src/fn', 9)).filter((fate) => fate === 'changed')).toHaveLength(1);
  });

  it.each([
    [
      'AWS::CloudFormation::Stack',
      (place: string) => `TemplateURL: ${place}`,
      '!Sub "https://s3.${AWS::Region}.${AWS::URLSuffix}/bucket/key"',
    ],
    ['AWS::Glue::Job', (place: string) => `Command: {ScriptLocation: ${place}}`, 's3://bucket/key'],
    [
      'AWS::StepFunctions::StateMachine',
      (place: string) => `DefinitionS3Location: ${place}`,
      '{Bucket: bucket, Key: key}',
    ],
  ])('is so in every form that a place has: %s', (type, properties, deployed) => {
    const template = (place: string) => `Resources: {R: {Type: '${type}', Properties: {${properties(place)}}}}\n`;
    const reader: Reader = {
      kind: () => 'file',
      text: () => 'Resources: {T: {Type: AWS::SNS::Topic}}',
      fingerprint: (path) => `digest-of-${path}`,
    };
    expect(fatesOf(template(deployed), template('local.yaml'), { reader })).toEqual({ R: 'changed?' });
    expect(fatesOf(template(deployed), template(deployed.replace('key', 'other')), { reader })).toEqual({
      R: 'changed',
    });
  });
});

describe('functions where CloudFormation takes a text, and data where it takes neither', () => {
  const queue = (name: string) =>
    `Parameters: {P: {Type: Number, Default: 0}}
Conditions: {C: !Equals [!Select [!Ref P, [a, b]], a]}
Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: ${name}}}}
`;
  it.each(['!Ref P', '!If [C, 0, 1]', '{x: 1}', '[!Ref P]', '[{x: 1}]'])('selects by %s', (index) => {
    const [old, now] = ['b', 'c'].map((last) => queue(`!Select [${index}, [a, ${last}]]`)) as [string, string];
    expect(fatesOf(old, now)).toEqual({ A: 'replaced?' });
    expect(fatesOf(old, old)).toEqual({});
  });

  it.each(['[b]', '[]', '[1]', '[!Ref P]', '[{x: 1}]'])('puts %s into a text', (list) => {
    const now = queue(`!Sub ['\${a}', {a: ${list}}]`);
    expect(fatesOf(queue('a'), now)).toEqual({ A: 'replaced?' });
    expect(fatesOf(now, now)).toEqual({});
  });

  it.each(["!If [C, A, !Ref 'AWS::NoValue']", '{x: 1}', '[B]'])('depends on %s', (one) => {
    const dependsOn = (list: string) =>
      queue('a').replace('Resources: {', `Resources: {B: {Type: AWS::SNS::Topic, DependsOn: ${list}}, `);
    expect(fatesOf(dependsOn('[A]'), dependsOn(`[A, ${one}]`))).toEqual({ B: 'attributes' });
    expect(fatesOf(dependsOn(`[A, ${one}]`), dependsOn(`[${one}, A]`))).toEqual({});
  });
});
