import { esmDynamodbStreamDisabled } from '../../../src/lint/rules/esm-dynamodb-stream-disabled.ts';
import { mapping } from '../templates.ts';
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
      template: `Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      InlineCode: x
      Handler: index.handler
      Runtime: nodejs22.x
      Events:
        Changes:
          Type: DynamoDB
          Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition: LATEST}
  Table: {Type: AWS::Serverless::SimpleTable}
`,
      problems: [{ messageId: 'noStream', line: 11, column: 32 }],
    },
  ],
});
