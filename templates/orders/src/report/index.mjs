import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

const table = new DynamoDBClient();

/** Counts the orders by their state, and logs what bounced. */
export const handler = async ({ Records }) => {
  if (Records) return Records.forEach(({ Sns }) => console.log(JSON.stringify({ bounced: Sns.Message })));
  const { Items } = await table.send(new ScanCommand({ TableName: process.env.ORDERS }));
  const states = {};
  for (const { state } of Items) states[state.S] = (states[state.S] ?? 0) + 1;
  console.log(JSON.stringify({ states }));
};
