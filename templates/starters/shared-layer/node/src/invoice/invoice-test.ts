import assert from 'node:assert/strict';
import { test } from 'node:test';
import { euros } from '../../layers/shared/nodejs/money.js';
import { invoice } from './invoice.ts';

const send = (body: string) => invoice(euros)({ body, isBase64Encoded: false });

test('adds up the amounts', async () => {
  assert.deepEqual(await send('{"amounts": [350, 120]}'), {
    statusCode: 200,
    body: '3.50 EUR\n1.20 EUR\nTotal: 4.70 EUR',
  });
});

test('refuses everything else', async () => {
  for (const body of ['', '{}', '{"amounts": ["3.50"]}']) assert.equal((await send(body)).statusCode, 400, body);
});
