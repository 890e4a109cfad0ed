import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listProducts } from './list-products.ts';

test('lists the products by name', async () => {
  const tea = { productId: '2', name: 'tea', price: 3 };
  const cup = { productId: '1', name: 'cup', price: 5 };
  const { statusCode, body } = await listProducts(async () => [tea, cup])();
  assert.equal(statusCode, 200);
  assert.deepEqual(JSON.parse(body), { products: [cup, tea] });
});

test('lets a page of another origin read the answer', async () => {
  const { headers } = await listProducts(async () => [])();
  assert.equal(headers?.['access-control-allow-origin'], '*');
});
