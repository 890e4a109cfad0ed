import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const table = new DynamoDBClient();

const setState = (orderId, state) =>
  table.send(
    new UpdateItemCommand({
      TableName: process.env.ORDERS,
      Key: { orderId: { S: orderId } },
      UpdateExpression: 'SET #state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': { S: state } },
    }),
  );

/** Works off a batch of the queue, or cancels an order that the shop's bus tells of. */
export const handler = async ({ Records, detail }) => {
  if (detail) return setState(detail.orderId, 'cancelled');
  const results = await Promise.allSettled(Records.map(({ body }) => setState(JSON.parse(body).orderId, 'fulfilled')));
  const failed = Records.filter((_, at) => results[at].status === 'rejected');
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};
