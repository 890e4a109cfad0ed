import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { shipOrders } from './ship-orders.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

// A message may come more than once: writing the same shipment again changes nothing.
export const handler = shipOrders(async (shipment) => {
  await table.send(new PutCommand({ TableName: process.env['SHIPMENTS'], Item: shipment }));
});
