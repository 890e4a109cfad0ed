import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { SQSEvent } from 'aws-lambda';
import { shipOrders } from './ship-orders.ts';

mock.method(console, 'error', () => undefined);

const batch = (...bodies: string[]) =>
  ({ Records: bodies.map((body, index) => ({ messageId: `m${index}`, body })) }) as unknown as SQSEvent;

test('ships all orders of a batch', async () => {
  const shipped: string[] = [];
  const handler = shipOrders(async ({ orderId }) => void shipped.push(orderId));
  const response = await handler(batch('{"orderId": "1", "address": "A"}', '{"orderId": "2", "address": "B"}'));
  assert.deepEqual(response, { batchItemFailures: [] });
  assert.deepEqual(shipped, ['1', '2']);
});

test('reports only the messages that failed', async () => {
  const handler = shipOrders(async ({ orderId }) => {
    if (orderId === '2') throw new Error('no such address');
  });
  const response = await handler(
    batch('{"orderId": "1", "address": "A"}', '{"orderId": "2", "address": "B"}', 'no JSON', '{}'),
  );
  assert.deepEqual(
    response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier),
    ['m1', 'm2', 'm3'],
  );
});
