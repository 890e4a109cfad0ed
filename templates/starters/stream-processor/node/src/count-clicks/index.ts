import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { countClicks } from './count-clicks.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = countClicks(async (page, sequenceNumber) => {
  await table.send(
    new UpdateCommand({
      TableName: process.env['COUNTS'],
      Key: { page },
      UpdateExpression: 'ADD clicks :one SET lastClick = :number',
      ExpressionAttributeValues: { ':one': 1, ':number': sequenceNumber },
    }),
  );
});
