import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { answer } from '/opt/nodejs/answer.mjs';

const table = new DynamoDBClient();
const queue = new SQSClient();

/** Takes an order: keeps it, and puts it into the queue. */
export const handler = async ({ body, requestContext: { requestId: orderId } }) => {
  const { article, count } = JSON.parse(body ?? '{}');
  if (!article || !(count > 0)) return answer(400, { error: 'An order names an article and how many of it.' });
  const Item = { orderId: { S: orderId }, article: { S: article }, count: { N: String(count) }, state: { S: 'placed' } };
  await table.send(new PutItemCommand({ TableName: process.env.ORDERS, Item }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: JSON.stringify({ orderId }) }));
  return answer(202, { orderId });
};
