import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { getOrder } from './get-order.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = getOrder(async (orderId) => {
  const { Item } = await table.send(new GetCommand({ TableName: process.env['ORDERS'], Key: { orderId } }));
  return Item;
});
