import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { placeOrder } from './place-order.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = placeOrder(async (order) => {
  await table.send(new PutCommand({ TableName: process.env['ORDERS'], Item: order }));
}, randomUUID);
