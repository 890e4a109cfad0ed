import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { listProducts, type Product } from './list-products.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = listProducts(async () => {
  const products: Product[] = [];
  for await (const page of paginateScan({ client }, { TableName: process.env['PRODUCTS'] })) {
    products.push(...((page.Items ?? []) as Product[]));
  }
  return products;
});
