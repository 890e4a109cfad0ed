import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Order, placeOrder } from './place-order.ts';

const handlerThatSavesIn = (saved: Order[]) => placeOrder(async (order) => void saved.push(order), () => 'id-1');

test('saves a valid order and answers with its id', async () => {
  const saved: Order[] = [];
  const handler = handlerThatSavesIn(saved);
  const { statusCode, body } = await handler({ body: '{"item": "tea", "quantity": 2}', isBase64Encoded: false });
  assert.equal(statusCode, 201);
  assert.deepEqual(JSON.parse(body ?? ''), { orderId: 'id-1', item: 'tea', quantity: 2 });
  assert.deepEqual(saved, [{ orderId: 'id-1', item: 'tea', quantity: 2 }]);
});

test('reads a body that is encoded', async () => {
  const body = Buffer.from('{"item": "tea", "quantity": 1}').toString('base64');
  const { statusCode } = await handlerThatSavesIn([])({ body, isBase64Encoded: true });
  assert.equal(statusCode, 201);
});

test('refuses everything else and saves nothing', async () => {
  const saved: Order[] = [];
  for (const body of ['', 'null', '{"item": "", "quantity": 1}', '{"item": "tea", "quantity": 0}', '{"item": "tea"}']) {
    const { statusCode } = await handlerThatSavesIn(saved)({ body, isBase64Encoded: false });
    assert.equal(statusCode, 400, body);
  }
  assert.deepEqual(saved, []);
});
