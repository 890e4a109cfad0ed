import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export interface Order {
  readonly orderId: string;
  readonly total: number;
}

type Request = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>;

/** Takes an order and tells the bus of it. */
export const placeOrder =
  (announce: (order: Order) => Promise<void>, newId: () => string) =>
  async (request: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const total = totalOf(request);
    if (total === undefined) return answer(400, { message: 'The body must be {total: amount above 0}.' });
    const order = { orderId: newId(), total };
    await announce(order);
    return answer(202, order);
  };

const totalOf = ({ body = '', isBase64Encoded }: Request): number | undefined => {
  try {
    const { total } = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
    return typeof total === 'number' && total > 0 ? total : undefined;
  } catch {
    return undefined;
  }
};

const answer = (statusCode: number, body: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
