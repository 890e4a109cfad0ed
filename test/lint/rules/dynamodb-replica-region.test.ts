import { dynamodbReplicaRegion } from '../../../src/lint/rules/dynamodb-replica-region.ts';
import { marked } from '../marked.ts';
import { tester } from '../tester.ts';

const table = (replicas: string) => `Parameters: {Other: {Type: String}}
Resources:
  Orders: {Type: AWS::DynamoDB::GlobalTable, Properties: {‹Replicas›: ${replicas}}}
`;
const plain = (replicas: string) => table(replicas).replace(/[‹›]/g, '');
const region = 'eu-west-1';

tester.run(dynamodbReplicaRegion, {
  valid: [
    { template: plain('[{Region: eu-west-1}, {Region: eu-central-1}]'), region },
    { template: plain('[{Region: !Ref AWS::Region}]'), region },
    { template: plain('[{Region: !Ref Other}]'), region },
    { template: plain('[!If [Live, {Region: eu-west-1}, {Region: eu-central-1}]]'), region },
    { template: plain('!Ref Other'), region },
    // No Region is given.
    plain('[{Region: eu-central-1}]'),
  ],
  invalid: [
    {
      ...marked(table('[{Region: eu-central-1}, {Region: eu-west-2}]'), {
        messageId: 'missing',
        data: { id: 'Orders', region, found: 'eu-central-1, eu-west-2' },
      }),
      region,
    },
    { ...marked(table('[{Region: eu-central-1}]'), 'missing'), region },
  ],
});
