import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

type Request = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>;

/** Adds up the amounts of an invoice, which come in cents: `{"amounts": [350, 120]}`. */
export const invoice =
  (euros: (cents: number) => string) =>
  async ({ body = '', isBase64Encoded }: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const amounts = read(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
    if (amounts === undefined) return { statusCode: 400, body: 'The body must be {amounts: [cents, …]}.' };
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    return { statusCode: 200, body: [...amounts.map(euros), `Total: ${euros(sum)}`].join('\n') };
  };

const read = (body: string): number[] | undefined => {
  try {
    const { amounts } = JSON.parse(body);
    return Array.isArray(amounts) && amounts.every(Number.isInteger) ? amounts : undefined;
  } catch {
    return undefined;
  }
};
