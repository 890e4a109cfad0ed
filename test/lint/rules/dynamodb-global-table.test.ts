import { dynamodbGlobalTable } from '../../../src/lint/rules/dynamodb-global-table.ts';
import { resource } from '../templates.ts';
import { tester } from '../tester.ts';

const table = (properties: string) => resource('AWS::DynamoDB::GlobalTable', properties);
const two = 'Replicas: [{Region: eu-west-1}, {Region: eu-central-1}]';

tester.run(dynamodbGlobalTable, {
  valid: [
    table('Replicas: [{Region: eu-west-1}]'),
    table(`${two}, StreamSpecification: {StreamViewType: NEW_IMAGE}`),
    table(`${two}, StreamSpecification: !If [A, {StreamViewType: NEW_IMAGE}, !Ref AWS::NoValue]`),
    table(`${two}, MultiRegionConsistency: STRONG`),
    table(`${two}, MultiRegionConsistency: !Ref Consistency`),
    table('Replicas: [{Region: eu-west-1}, !If [A, {Region: eu-central-1}, !Ref AWS::NoValue]]'),
    table('Replicas: !Ref Replicas'),
  ],
  invalid: [
    {
      template: table(two),
      problems: [{ messageId: 'stream', line: 4, column: 18, data: { id: 'Thing', count: 2 } }],
    },
    {
      template: table(`MultiRegionConsistency: EVENTUAL, ${two}`),
      problems: [{ messageId: 'stream', line: 4, column: 52, endColumn: 60 }],
    },
  ],
});
