import { expect, test } from 'vitest';
import { explain } from '../../src/explain.ts';
import { explanationText } from '../../src/report/explain/text.ts';

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
  OrdersRole               AWS::IAM::Role                   for 'Orders' itself

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
    /is "AWS::IAM::Role"\nIt was made together with what is around it, because of 'Orders'\n/,
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
  expect(text('16')).toContain('No value comes from this line alone. What stands around it became\n');
  expect(text('4')).toContain('It became\n  /Resources/Orders/Properties/Timeout\n');
});

test('what is not there is said, with what may have been meant', () => {
  expect(text('Ordrs')).toContain(
    "There is no 'Ordrs', neither in the template nor in what it becomes. Did you mean 'Orders'?",
  );
  expect(text('/Resources/None')).toContain("There is no '/Resources/None'");
  expect(text('999')).toContain("There is no 'line 999'");
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
