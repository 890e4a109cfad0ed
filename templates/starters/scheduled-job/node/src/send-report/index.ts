import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { type Order, sendReport } from './send-report.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const sns = new SNSClient();

const orders = async (): Promise<Order[]> => {
  const found: Order[] = [];
  for await (const page of paginateScan({ client }, { TableName: process.env['ORDERS'] })) {
    found.push(...((page.Items ?? []) as Order[]));
  }
  return found;
};

export const handler = sendReport(orders, async (subject, text) => {
  await sns.send(new PublishCommand({ TopicArn: process.env['REPORTS'], Subject: subject, Message: text }));
});
