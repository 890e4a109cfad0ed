import type { APIGatewayProxyResult } from 'aws-lambda';

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly price: number;
}

/** Answers with all products, by name. */
export const listProducts = (load: () => Promise<readonly Product[]>) => async (): Promise<APIGatewayProxyResult> => {
  const products = [...(await load())].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
    body: JSON.stringify({ products }),
  };
};
