import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getOrder } from './get-order.ts';

const orders = new Map([['id-1', { orderId: 'id-1', item: 'tea', quantity: 2 }]]);
const handler = getOrder(async (id) => orders.get(id));

test('answers with the order', async () => {
  const { statusCode, body } = await handler({ pathParameters: { id: 'id-1' } });
  assert.equal(statusCode, 200);
  assert.equal(JSON.parse(body ?? '').item, 'tea');
});

test('answers 404 for an unknown id', async () => {
  assert.equal((await handler({ pathParameters: { id: 'id-2' } })).statusCode, 404);
});
