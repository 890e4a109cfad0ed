import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOrder, type Item } from './check-order.ts';

test('lets a valid item pass', async () => {
  assert.deepEqual(await checkOrder({ item: 'tea', quantity: 2 }), { item: 'tea' });
});

test('refuses an item without a name or a quantity', async () => {
  await assert.rejects(checkOrder({ item: '', quantity: 2 }), /no name/);
  await assert.rejects(checkOrder({ item: 'tea', quantity: 0 }), /quantity of tea/);
  await assert.rejects(checkOrder({ item: 'tea' } as Item), /quantity of tea/);
});
