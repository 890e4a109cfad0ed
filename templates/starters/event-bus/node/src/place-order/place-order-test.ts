import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Order, placeOrder } from './place-order.ts';

const place = async (body: string) => {
  const announced: Order[] = [];
  const handler = placeOrder(async (order) => void announced.push(order), () => 'id-1');
  return { ...(await handler({ body, isBase64Encoded: false })), announced };
};

test('tells the bus of an order', async () => {
  const { statusCode, announced } = await place('{"total": 120}');
  assert.equal(statusCode, 202);
  assert.deepEqual(announced, [{ orderId: 'id-1', total: 120 }]);
});

test('refuses everything else', async () => {
  for (const body of ['', 'null', '{}', '{"total": 0}', '{"total": "120"}']) {
    const { statusCode, announced } = await place(body);
    assert.equal(statusCode, 400, body);
    assert.deepEqual(announced, []);
  }
});
