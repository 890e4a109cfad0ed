import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { sendInvoice } from './send-invoice.ts';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = sendInvoice(async (invoice) => {
  await table.send(new PutCommand({ TableName: process.env['INVOICES'], Item: invoice }));
});
