import { dynamodbIndexes } from '../../../src/lint/rules/dynamodb-indexes.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const keys = (hash: string, range?: string) =>
  `[{AttributeName: ${hash}, KeyType: HASH}${range ? `, {AttributeName: ${range}, KeyType: RANGE}` : ''}]`;

/** Attributes at line 6 and below, then the key schema, then what follows. */
const table = (attributes: readonly string[], key: string, more = '') => `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions:
${attributes.map((name) => `      - {AttributeName: ${name}, AttributeType: S}\n`).join('')}      KeySchema: ${key}
${more}`;

const indexes = (kind: 'Local' | 'Global', ...schemas: string[]) => `      ${kind}SecondaryIndexes:
${schemas.map((schema, at) => `      - {IndexName: ${kind}${at}, KeySchema: ${schema}, Projection: {ProjectionType: ALL}}\n`).join('')}`;

const many = (count: number) => Array.from({ length: count }, () => keys('id', 'date'));

tester.run(dynamodbIndexes, {
  valid: [
    table(['id'], keys('id')).replace('::Table', '::GlobalTable'),
    table(['id'], keys('id')),
    table(['id', 'at'], keys('id', 'at')),
    table(
      ['id', 'at', 'date'],
      keys('id', 'at'),
      indexes('Local', keys('id', 'date')) + indexes('Global', keys('date', 'at')),
    ),
    table(['id', 'at', 'date'], keys('id', 'at'), indexes('Local', ...many(5))),
    table(['id', 'date'], keys('id'), indexes('Global', ...many(20))),
    { template: table(['id', 'date'], keys('id'), indexes('Global', ...many(21))), options: { quota: 30 } },
    // Parts that are known at the deployment only.
    table(['id', 'other'], keys('!Ref Key')),
    table(['id', '!Ref Key'], keys('id', 'at')),
    table(['id', 'other'], '!If [A, [{AttributeName: id, KeyType: HASH}], [{AttributeName: other, KeyType: HASH}]]'),
    table(['id', 'other'], keys('id'), indexes('Global', keys('!Ref Key'))),
    table(['id', 'other'], keys('id'), '      GlobalSecondaryIndexes: !If [A, [], !Ref AWS::NoValue]\n'),
    table(
      ['id', 'other'],
      '[{AttributeName: id, KeyType: HASH}, !If [A, {AttributeName: other, KeyType: RANGE}, !Ref AWS::NoValue]]',
    ),
    table(['id', 'vector'], keys('id'), '      VectorIndexes: [{IndexName: v}]\n'),
    `Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
`,
  ],
  invalid: [
    marked(table(['id', '‹at›'], keys('id')).replace('::Table', '::GlobalTable'), {
      messageId: 'unused',
      data: { name: 'at' },
    }),
    marked(
      table(['id', 'at'], keys('id'))
        .replace(/KeySchema: .*/, '‹KeySchema›: [{AttributeName: id, KeyType: RANGE}]')
        .replace(/.*: at,.*\n/, ''),
      'noHash',
    ),
    marked(table(['id', 'at'], '[{AttributeName: ‹at›, KeyType: RANGE}, {AttributeName: id, KeyType: HASH}]'), {
      messageId: 'order',
      data: { name: 'at', hash: 'id' },
    }),
    marked(
      table(
        ['id', 'at'],
        keys('id'),
        indexes('Global', '[{AttributeName: ‹id›, KeyType: RANGE}, {AttributeName: at, KeyType: HASH}]'),
      ),
      { messageId: 'order', data: { name: 'id', hash: 'at' } },
    ),
    {
      template: table(['id', 'other'], keys('id')),
      problems: [{ messageId: 'unused', line: 7, column: 25, endColumn: 30, data: { name: 'other' } }],
    },
    {
      template: table(['id', 'id'], keys('id')),
      problems: [{ messageId: 'definedTwice', line: 7, column: 25, endColumn: 27, data: { name: 'id' } }],
    },
    {
      template: table(['id'], keys('id', 'at'), indexes('Global', keys('date', 'at'))),
      problems: [
        { messageId: 'undefined', line: 7, column: 71, endColumn: 73, data: { name: 'at' } },
        { messageId: 'undefined', line: 9, column: 58, endColumn: 62, data: { name: 'date' } },
      ],
    },
    {
      template: `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema: ${keys('id')}
`,
      problems: [{ messageId: 'undefined', line: 5, column: 35, endColumn: 37 }],
    },
    {
      template: table(['id', 'date'], keys('id', 'id'), indexes('Global', keys('date', 'date'))),
      problems: [
        { messageId: 'keyTwice', line: 8, column: 71, endColumn: 73, data: { name: 'id' } },
        { messageId: 'keyTwice', line: 10, column: 96, endColumn: 100, data: { name: 'date' } },
      ],
    },
    {
      template: table(['id', 'date'], keys('id', 'date'), indexes('Local', ...many(6))),
      problems: [
        { messageId: 'local', line: 15, column: 9, data: { count: 6, maximum: 5 } },
        ...Array.from({ length: 6 }, (_, at) => ({
          messageId: 'sameRange',
          line: 10 + at,
          column: 93,
          level: 'warning',
        })),
      ],
    },
    {
      template: table(['id', 'date'], keys('id'), indexes('Global', ...many(21))),
      problems: [{ messageId: 'global', line: 30, column: 9, level: 'warning', data: { count: 21, maximum: 20 } }],
    },
    {
      template: table(['id', 'date'], keys('id'), indexes('Local', keys('id', 'date'))),
      problems: [{ messageId: 'noTableRange', line: 9, column: 7, endColumn: 28, data: { id: 'Orders' } }],
    },
    {
      template: table(['id', 'at', 'date'], keys('id', 'at'), indexes('Local', keys('date'))),
      problems: [
        { messageId: 'noRange', line: 11, column: 29, endColumn: 38, data: { index: 'Local0' } },
        { messageId: 'otherHash', line: 11, column: 57, endColumn: 61, data: { hash: 'id', name: 'date' } },
      ],
    },
    {
      template: table(
        ['id', 'at', 'date'],
        keys('id', 'at'),
        (indexes('Local', keys('id', 'date')) + indexes('Global', keys('date'))).replace('Global0', 'Local0'),
      ),
      problems: [{ messageId: 'indexTwice', line: 13, column: 21, endColumn: 27, data: { name: 'Local0' } }],
    },
    {
      template: `Resources:
  Orders:
    Type: AWS::Serverless::SimpleTable
    Properties:
      PrimaryKey: {Name: id, Type: String}
  Other:
    Type: AWS::DynamoDB::Table
    Properties:
      AttributeDefinitions: [{AttributeName: a, AttributeType: S}]
      KeySchema: [{AttributeName: b, KeyType: HASH}]
`,
      problems: [
        { messageId: 'undefined', line: 10, column: 35 },
        { messageId: 'unused', line: 9, column: 46, endColumn: 47 },
      ],
    },
  ],
});
