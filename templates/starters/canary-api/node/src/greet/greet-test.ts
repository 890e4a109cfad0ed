import assert from 'node:assert/strict';
import { test } from 'node:test';
import { greet } from './greet.ts';

test('greets by name', async () => {
  const { statusCode, body } = await greet({ pathParameters: { name: 'Ada' } });
  assert.equal(statusCode, 200);
  assert.deepEqual(JSON.parse(body ?? ''), { greeting: 'Hello, Ada!' });
});

test('greets the world without a name', async () => {
  const { body } = await greet({});
  assert.deepEqual(JSON.parse(body ?? ''), { greeting: 'Hello, world!' });
});
