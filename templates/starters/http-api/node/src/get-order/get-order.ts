import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Answers with the order that the path names. */
export const getOrder =
  (load: (orderId: string) => Promise<object | undefined>) =>
  async ({ pathParameters }: Pick<APIGatewayProxyEventV2, 'pathParameters'>): Promise<APIGatewayProxyStructuredResultV2> => {
    const order = await load(pathParameters?.['id'] ?? '');
    return order === undefined ? answer(404, { message: 'There is no such order.' }) : answer(200, order);
  };

const answer = (statusCode: number, body: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
