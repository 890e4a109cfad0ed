import { expect, test } from 'vitest';
import { explain } from '../../src/explain.ts';
import { explanationText } from '../../src/report/explain/text.ts';
import { processorTime } from '../processor-time.ts';

const template = `Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
Globals:
  Function:
    Timeout: 5
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: x
      AutoPublishAlias: live
      Environment:
        Variables:
          A: b
      Events:
        Incoming:
          Type: SQS
          Properties:
            Queue: arn:aws:sqs:eu-west-1:123456789012:q
            BatchSize: 5
  Queue:
    Type: AWS::SQS::Queue
  Fn::ForEach::Tables:
    - Name
    - [Red, Blue]
    - \${Name}Table:
        Type: AWS::Serverless::SimpleTable
Outputs:
  Out: {Value: !Ref Queue}
`;

const text = (target?: string, input: string | object = template): string => {
  const { explanation, problems } = explain(input, target, { path: 'app/t.yaml' });
  if (explanation === undefined) throw new Error(JSON.stringify(problems));
  const source = () => (typeof input === 'string' ? { text: input } : undefined);
  return explanationText(explanation, { file: 'app/t.yaml', colour: false, source });
};

test('an overview tells what each resource becomes, and because of what', () => {
  const version = /OrdersVersion\w+/.exec(text())![0];
  expect(text()).toBe(`app/t.yaml: 4 resources become 8

Orders (AWS::Serverless::Function, line 6) becomes
  Orders                   AWS::Lambda::Function
  ${version}  AWS::Lambda::Version             for 'AutoPublishAlias', line 12
  OrdersAliaslive          AWS::Lambda::Alias               for 'AutoPublishAlias', line 12
  OrdersIncoming           AWS::Lambda::EventSourceMapping  for the event 'Incoming', line 17
  OrdersRole               AWS::IAM::Role                   because no 'Role' is named, line 6

Queue (AWS::SQS::Queue, line 22) stays as it is

RedTable (AWS::Serverless::SimpleTable, line 27) becomes
  RedTable  AWS::DynamoDB::Table

BlueTable (AWS::Serverless::SimpleTable, line 27) becomes
  BlueTable  AWS::DynamoDB::Table
`);
});

test('a resource of the template: what it became, and what of it was written where', () => {
  const lines = text('Orders').split('\n');
  expect(lines[0]).toBe('Orders (AWS::Serverless::Function)');
  expect(lines).toContain('> 6 |   Orders:');
  expect(lines).toContain('These values of Orders (AWS::Lambda::Function) were written');
  expect(lines).toContain("  Properties/Timeout      line 4   'Timeout' in 'Globals' for Function");
  expect(lines).toContain("  Properties/Environment  line 13  'Environment' of 'Orders'");
});

test('a generated resource: what it is there for', () => {
  const lines = text('OrdersIncoming').split('\n');
  expect(lines[0]).toBe(
    "OrdersIncoming (AWS::Lambda::EventSourceMapping) is there because of the event 'Incoming' of 'Orders'",
  );
  expect(lines).toContain('> 17 |         Incoming:');
  expect(lines).toContain("  Properties/BatchSize       line 21  'BatchSize' of the event 'Incoming' of 'Orders'");
});

test('a resource made by a loop names the item', () => {
  expect(text('/Resources/BlueTable')).toContain('> 27 |     - ${Name}Table:');
  expect(text('/Resources/BlueTable')).toContain('It also has to do with line 26.');
});

test('a value: where it comes from', () => {
  expect(text('/Resources/Orders/Properties/Timeout')).toMatch(
    /^\/Resources\/Orders\/Properties\/Timeout is 5\nIt comes from 'Timeout' in 'Globals' for Function\n/,
  );
  expect(text('/Resources/OrdersRole/Type')).toMatch(
    /is "AWS::IAM::Role"\nIt was made together with what is around it, because 'Orders' names no 'Role'\n/,
  );
  expect(text('/Outputs/Out/Value')).toContain("It comes from 'Value' of the output 'Out'");
});

test('a line: what it became', () => {
  const version = /OrdersVersion\w+/.exec(text())![0];
  expect(text('12')).toContain(
    `Line 12 is 'AutoPublishAlias' of 'Orders'\n\n  11 |       InlineCode: x\n> 12 |       AutoPublishAlias: live\n`,
  );
  expect(text(':12')).toContain(`It became\n  /Resources/${version}\n  /Resources/OrdersAliaslive\n`);
  expect(text('15')).toContain('It became\n  /Resources/Orders/Properties/Environment/Variables/A\n');
  expect(text('16')).toContain('No value comes from this line alone. What is around it became\n');
  expect(text('4')).toContain('It became\n  /Resources/Orders/Properties/Timeout\n');
});

test('what is not there is said, with what may have been meant', () => {
  expect(text('Ordrs')).toContain(
    "There is no 'Ordrs', neither in the template nor in what it becomes. Did you mean 'Orders'?",
  );
  expect(text('/Resources/None')).toContain("There is no '/Resources/None'");
  expect(text('999')).toContain('There is no line 999: the last one is 30.');
});

test('an object has no lines', () => {
  const object = { Resources: { T: { Type: 'AWS::Serverless::SimpleTable' }, B: { Type: 'AWS::S3::Bucket' } } };
  expect(text(undefined, object)).toContain('T (AWS::Serverless::SimpleTable) becomes\n  T  AWS::DynamoDB::Table\n');
  expect(text('B', object)).toBe('B (AWS::S3::Bucket)\nIt stays as it is\n');
  expect(text('/Resources/T/Type', object)).toBe('/Resources/T/Type is "AWS::DynamoDB::Table"\n');
});

test('without anything to read there is no explanation', () => {
  const { explanation, problems } = explain('a: [');
  expect(explanation).toBeUndefined();
  expect(problems).toHaveLength(1);
});

test('a role is there because none is named, whatever its policies come from', () => {
  const roles = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: x
      Policies: [AmazonS3ReadOnlyAccess]
  Machine:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: {StartAt: A, States: {A: {Type: Succeed}}}
      Policies: [AWSXRayDaemonWriteAccess]
      Events:
        Tick: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}
        Rule: {Type: EventBridgeRule, Properties: {Pattern: {source: [x]}}}
`;
  const first = (target: string) => text(target, roles).split('\n')[0];
  expect(first('FnRole')).toBe("FnRole (AWS::IAM::Role) is there because 'Fn' names no 'Role'");
  expect(first('MachineRole')).toBe("MachineRole (AWS::IAM::Role) is there because 'Machine' names no 'Role'");
  expect(first('MachineTickRole')).toBe(
    "MachineTickRole (AWS::IAM::Role) is there because the event 'Tick' of 'Machine' names no 'RoleArn'",
  );
  expect(first('MachineRuleRole')).toBe(
    "MachineRuleRole (AWS::IAM::Role) is there because the event 'Rule' of 'Machine' names no 'RoleArn'",
  );
  expect(text('FnRole', roles)).toContain('> 3 |   Fn:');
  expect(text('FnRole', roles)).toContain('It also has to do with line 9.');
  expect(text('/Resources/FnRole/Properties/AssumeRolePolicyDocument', roles)).toContain(
    "because 'Fn' names no 'Role'",
  );
  expect(text('/Resources/FnRole/Properties/ManagedPolicyArns/1', roles)).toContain(
    "It comes from 'Policies[0]' of 'Fn'",
  );
});

test('parameters, conditions, mappings and outputs can be asked for', () => {
  const named = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: dev}
  Spare: {Type: String, Default: x}
Mappings:
  Sizes: {dev: {memory: 128}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Table:
    Type: AWS::Serverless::SimpleTable
    Condition: IsProd
    Properties:
      TableName: !Sub 'a-\${Stage}'
      Tags: {Size: !FindInMap [Sizes, dev, memory], Own: !Sub ['\${Spare}', {Spare: 1}]}
Outputs:
  Name: {Value: !If [IsProd, !Ref Table, '']}
`;
  expect(text('Stage', named)).toBe(`The parameter 'Stage'

  2 | Parameters:
> 3 |   Stage: {Type: String, Default: dev}
    |   ^^^^^
  4 |   Spare: {Type: String, Default: x}

It is used by
  'Fn::Equals[0]' of the condition 'IsProd'  line 8
  'TableName' of 'Table'                     line 14
In the expanded template it is /Parameters/Stage.
`);
  expect(text('IsProd', named)).toContain(`It is used by
  'Condition' of 'Table'        line 12
  'Value' of the output 'Name'  line 17
`);
  expect(text('Sizes', named)).toContain("It is used by\n  'Tags.Size' of 'Table'  line 15\n");
  expect(text('Spare', named)).toContain('Nothing uses it.\n');
  expect(text('Name', named)).toContain("The output 'Name'\n");
  expect(text('Name', named)).toContain('In the expanded template it is /Outputs/Name.\n');
  expect(text('Stagee', named)).toBe(
    "There is no 'Stagee', neither in the template nor in what it becomes. Did you mean 'Stage'?\n",
  );
});

test('a line says what is on it, or why there is nothing', () => {
  const lines = 'Resources:\n\n  # a table\n  T: {Type: AWS::SQS::Queue}\n';
  expect(text('2', lines)).toBe('Line 2 is empty.\n');
  expect(text('3', lines)).toBe('Line 3 is a comment.\n');
  expect(text('9', lines)).toBe('There is no line 9: the last one is 4.\n');
  expect(text('other.yaml:1', lines)).toBe("Nothing of the template is in 'other.yaml'.\n");
});

test('an overview of many resources takes time that grows with their number', { timeout: 60_000 }, () => {
  const timeFor = (count: number): number => {
    const topics = Array.from({ length: count }, (_, at) => [`T${at}`, { Type: 'AWS::SNS::Topic' }]);
    const input = { Resources: Object.fromEntries(topics) };
    return processorTime(() => explain(input));
  };
  timeFor(2000);
  // Three times as many took nine times as long.
  expect(timeFor(18_000) / timeFor(6000)).toBeLessThan(6);
});
