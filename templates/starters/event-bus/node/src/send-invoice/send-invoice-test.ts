import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Invoice, sendInvoice } from './send-invoice.ts';

test('writes an invoice of the day of the order', async () => {
  const saved: Invoice[] = [];
  const handler = sendInvoice(async (invoice) => void saved.push(invoice));
  await handler({ detail: { orderId: '7', total: 120 }, time: '2030-05-01T08:00:00Z' });
  assert.deepEqual(saved, [{ orderId: '7', total: 120, date: '2030-05-01' }]);
});

test('fails where it cannot be saved, so that it is tried again', async () => {
  const handler = sendInvoice(() => Promise.reject(new Error('throttled')));
  await assert.rejects(handler({ detail: { orderId: '7', total: 120 }, time: '2030-05-01T08:00:00Z' }), /throttled/);
});
