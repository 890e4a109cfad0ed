import { defineRule } from '../../model/rule.ts';

const tables: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable']);

export const esmDynamodbStreamDisabled = defineRule({
  id: 'esm-dynamodb-stream-disabled',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Stream event on a table without a stream',
  description:
    'A table has a stream only with a `StreamSpecification`; without it there is no `StreamArn` and the deployment fails. `AWS::Serverless::SimpleTable` cannot have one: use `AWS::DynamoDB::Table`.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
  messages: {
    noStream: "The table '{table}' has no 'StreamSpecification', so there is no stream to read.",
  },
  example: {
    in: 'resources',
    fails: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Changes: {Type: DynamoDB, Properties: {Stream: ‹!GetAtt Table.StreamArn›, StartingPosition: LATEST}}`,
    passes: `
Table:
  Type: AWS::DynamoDB::Table
  Properties:
    BillingMode: PAY_PER_REQUEST
    AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
    KeySchema: [{AttributeName: id, KeyType: HASH}]
    StreamSpecification: {StreamViewType: NEW_IMAGE}
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    Events:
      Changes: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}}`,
  },
  on: ['AWS::Lambda::EventSourceMapping'],
  check(mapping, cx) {
    for (const { value, at } of mapping.all('EventSourceArn')) {
      const table = cx.target(value);
      if (!table || !tables.has(table.type) || !table.lacks('StreamSpecification')) continue;
      cx.report('noStream', at, { data: { table: table.id }, related: [table.at] });
    }
  },
});
