import { esmDynamodbStreamDisabled } from '../../../src/lint/rules/esm-dynamodb-stream-disabled.ts';
import { mapping, samEvent } from '../templates.ts';
import { tester } from '../tester.ts';

const table = (properties: string) =>
  `${mapping('!GetAtt Table.StreamArn', 'StartingPosition: LATEST')}  Table:
    Type: AWS::DynamoDB::Table
    Properties: {${properties}}
`;

tester.run(esmDynamodbStreamDisabled, {
  valid: [
    table('StreamSpecification: {StreamViewType: KEYS_ONLY}'),
    mapping('!GetAtt Elsewhere.StreamArn', 'StartingPosition: LATEST'),
  ],
  invalid: [
    {
      template: table('TableName: t'),
      problems: [{ messageId: 'noStream', line: 6, column: 23, endColumn: 46, data: { table: 'Table' } }],
    },
    {
      template: samEvent(
        'DynamoDB',
        'Stream: !GetAtt Table.StreamArn\nStartingPosition: LATEST',
        `  Table: {Type: AWS::Serverless::SimpleTable}
`,
      ),
      problems: [{ messageId: 'noStream', line: 12, column: 21 }],
    },
  ],
});
