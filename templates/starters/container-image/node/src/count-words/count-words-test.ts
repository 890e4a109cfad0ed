import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from './count-words.ts';

const count = async (body: string, isBase64Encoded = false) =>
  JSON.parse((await countWords({ body, isBase64Encoded })).body ?? '');

test('counts words, whatever their case', async () => {
  assert.deepEqual(await count('Tea, tea and Café.'), { tea: 2, and: 1, café: 1 });
});

test('reads a body that is encoded', async () => {
  assert.deepEqual(await count(Buffer.from('tea').toString('base64'), true), { tea: 1 });
});

test('counts nothing in an empty text', async () => {
  assert.deepEqual(await count(''), {});
});
