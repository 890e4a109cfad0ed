import assert from 'node:assert/strict';
import { test } from 'node:test';
import { euros } from '../../layers/shared/nodejs/money.js';
import { quote } from './quote.ts';

const ask = (quantity: string) => quote(euros)({ pathParameters: { quantity } });

test('says what a quantity costs', async () => {
  assert.deepEqual(await ask('3'), { statusCode: 200, body: '3 for 10.50 EUR' });
});

test('refuses what is no quantity', async () => {
  for (const quantity of ['0', '-1', '1.5', 'tea']) assert.equal((await ask(quantity)).statusCode, 400, quantity);
});
