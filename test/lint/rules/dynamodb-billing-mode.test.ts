import { dynamodbBillingMode } from '../../../src/lint/rules/dynamodb-billing-mode.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const table = (properties: string) => resource('AWS::DynamoDB::Table', properties);

const block = (properties: string) => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      ${properties.trim().replaceAll('\n', '\n      ')}
`;

const units = (read: string | number, write: string | number) =>
  `ProvisionedThroughput: {ReadCapacityUnits: ${read}, WriteCapacityUnits: ${write}}`;

const indexed = (mode: string, index: string) =>
  block(`BillingMode: ${mode}
${mode === 'PROVISIONED' ? units(1, 1) : 'TableName: orders'}
GlobalSecondaryIndexes:
- IndexName: by-date
  ${index}
  Projection: {ProjectionType: ALL}`);

tester.run(dynamodbBillingMode, {
  valid: [
    table('BillingMode: PAY_PER_REQUEST'),
    table(`BillingMode: PAY_PER_REQUEST, ${units(0, '0')}`),
    table(`BillingMode: PAY_PER_REQUEST, ${units('!Ref Read', '!Ref Write')}`),
    table(units(1, '5')),
    table(`BillingMode: PROVISIONED, ${units('!Ref Read', 5)}`),
    table('BillingMode: !Ref Mode'),
    table(`BillingMode: !If [A, PAY_PER_REQUEST, PROVISIONED], ${units(1, 1)}`),
    table('BillingMode: !If [A, PAY_PER_REQUEST, !Ref AWS::NoValue]'),
    table(`ProvisionedThroughput: !If [A, {ReadCapacityUnits: 1, WriteCapacityUnits: 1}, !Ref AWS::NoValue]`),
    indexed('PROVISIONED', units(1, 1)),
    indexed('PAY_PER_REQUEST', 'KeySchema: [{AttributeName: id, KeyType: HASH}]'),
    resource('AWS::Serverless::SimpleTable', ''),
  ],
  invalid: [
    {
      template: table('TableName: orders'),
      problems: [{ messageId: 'missing', line: 2, column: 3, endColumn: 8, data: { reason: ', as is the default' } }],
    },
    {
      template: table('BillingMode: PROVISIONED'),
      problems: [{ messageId: 'missing', line: 4, column: 31, endColumn: 42, data: { what: 'the table', reason: '' } }],
    },
    {
      template: table(`BillingMode: PAY_PER_REQUEST, ${units(5, 5)}`),
      problems: [{ messageId: 'needless', line: 4, column: 48, endColumn: 69, data: { what: 'the table' } }],
      output: table('BillingMode: PAY_PER_REQUEST'),
    },
    {
      template: block(`ProvisionedThroughput: # small
  ReadCapacityUnits: 1
  WriteCapacityUnits: 1
BillingMode: PAY_PER_REQUEST # enough`),
      problems: [{ messageId: 'needless', line: 5, column: 7, endColumn: 28 }],
      output: block('BillingMode: PAY_PER_REQUEST # enough'),
    },
    {
      template: indexed('PAY_PER_REQUEST', units(1, '!Ref Write')),
      problems: [{ messageId: 'needless', line: 9, column: 9, endColumn: 30, data: { what: "the index 'by-date'" } }],
      output: indexed('PAY_PER_REQUEST', 'X').replace('        X\n', ''),
    },
    {
      template: indexed('PROVISIONED', 'KeySchema: [{AttributeName: id, KeyType: HASH}]'),
      problems: [{ messageId: 'missing', line: 8, column: 20, endColumn: 27, data: { what: "the index 'by-date'" } }],
    },
    {
      template: table(units(0, '!If [A, 1, 0]')),
      problems: [
        { messageId: 'units', line: 4, column: 61, endColumn: 62, data: { unit: 'ReadCapacityUnits', value: 0 } },
        { messageId: 'units', line: 4, column: 95, endColumn: 96, data: { unit: 'WriteCapacityUnits' } },
      ],
    },
    {
      template: table('BillingMode: ON_DEMAND'),
      problems: [{ messageId: 'mode', line: 4, column: 31, endColumn: 40, data: { value: 'ON_DEMAND', near: '' } }],
    },
    {
      template: table('BillingMode: PAY_PER_REQUESTS'),
      problems: [{ messageId: 'mode', line: 4, column: 31, data: { near: " Did you mean 'PAY_PER_REQUEST'?" } }],
    },
    {
      template: resource('AWS::Serverless::SimpleTable', units(0, 1)),
      problems: [{ messageId: 'units', line: 4, column: 61 }],
    },
  ],
});
