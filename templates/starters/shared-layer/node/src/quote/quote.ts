import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const centsEach = 350;

/** Answers with what a quantity costs. */
export const quote =
  (euros: (cents: number) => string) =>
  async ({ pathParameters }: Pick<APIGatewayProxyEventV2, 'pathParameters'>): Promise<APIGatewayProxyStructuredResultV2> => {
    const quantity = Number(pathParameters?.['quantity']);
    if (!Number.isInteger(quantity) || quantity < 1) return { statusCode: 400, body: 'The quantity must be 1 or more.' };
    return { statusCode: 200, body: `${quantity} for ${euros(quantity * centsEach)}` };
  };
