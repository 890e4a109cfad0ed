import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Order, sendReport } from './send-report.ts';

const reportOf = async (orders: readonly Order[]): Promise<string[]> => {
  const published: string[] = [];
  await sendReport(
    async () => orders,
    async (subject, text) => void published.push(subject, text),
  )();
  return published;
};

test('publishes the sums, the largest first', async () => {
  const orders = [
    { item: 'cup', quantity: 1 },
    { item: 'tea', quantity: 2 },
    { item: 'tea', quantity: 3 },
  ];
  assert.deepEqual(await reportOf(orders), ['Orders: 3', '5 tea\n1 cup']);
});

test('says so where there are no orders', async () => {
  assert.deepEqual(await reportOf([]), ['Orders: 0', 'There are no orders.']);
});
