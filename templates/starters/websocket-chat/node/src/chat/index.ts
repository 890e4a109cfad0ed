import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { chat } from './chat.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());
const TableName = process.env['CONNECTIONS'];
const oneDay = 24 * 60 * 60;

export const handler = (event: APIGatewayProxyWebsocketEventV2) => {
  const { domainName, stage } = event.requestContext;
  const api = new ApiGatewayManagementApiClient({ endpoint: `https://${domainName}/${stage}` });
  return chat({
    async add(connectionId) {
      const expires = Math.floor(Date.now() / 1000) + oneDay;
      await client.send(new PutCommand({ TableName, Item: { connectionId, expires } }));
    },
    async remove(connectionId) {
      await client.send(new DeleteCommand({ TableName, Key: { connectionId } }));
    },
    async all() {
      const ids: string[] = [];
      for await (const page of paginateScan({ client }, { TableName })) {
        for (const item of page.Items ?? []) ids.push(item['connectionId']);
      }
      return ids;
    },
    async post(connectionId, text) {
      try {
        await api.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(text) }));
        return true;
      } catch (error) {
        if (error instanceof GoneException) return false;
        throw error;
      }
    },
  })(event);
};
