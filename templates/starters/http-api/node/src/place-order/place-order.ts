import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export interface Order {
  readonly orderId: string;
  readonly item: string;
  readonly quantity: number;
}

type Request = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>;

/** Checks the order in the body, saves it under a new id, and answers with it. */
export const placeOrder =
  (save: (order: Order) => Promise<void>, newId: () => string) =>
  async (request: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const wanted = read(request);
    if (wanted === undefined) return answer(400, { message: "The body must be {item: text, quantity: 1 or more}." });
    const order = { orderId: newId(), ...wanted };
    await save(order);
    return answer(201, order);
  };

const read = ({ body = '', isBase64Encoded }: Request): Omit<Order, 'orderId'> | undefined => {
  try {
    const { item, quantity } = JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
    const isValid = typeof item === 'string' && item !== '' && Number.isInteger(quantity) && quantity > 0;
    return isValid ? { item, quantity } : undefined;
  } catch {
    return undefined;
  }
};

const answer = (statusCode: number, body: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
