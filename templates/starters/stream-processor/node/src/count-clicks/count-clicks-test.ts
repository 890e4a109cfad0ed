import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { KinesisStreamEvent } from 'aws-lambda';
import { countClicks } from './count-clicks.ts';

mock.method(console, 'error', () => undefined);

const batch = (...records: string[]) =>
  ({
    Records: records.map((text, index) => ({
      kinesis: { sequenceNumber: `s${index}`, data: Buffer.from(text).toString('base64') },
    })),
  }) as unknown as KinesisStreamEvent;

test('counts each click', async () => {
  const counted: string[] = [];
  const handler = countClicks(async (page) => void counted.push(page));
  assert.deepEqual(await handler(batch('{"page": "/a"}', '{"page": "/b"}')), { batchItemFailures: [] });
  assert.deepEqual(counted, ['/a', '/b']);
});

test('stops at the first record that fails and reports it', async () => {
  const counted: string[] = [];
  const handler = countClicks(async (page) => void counted.push(page));
  const response = await handler(batch('{"page": "/a"}', 'no JSON', '{"page": "/c"}'));
  assert.deepEqual(response, { batchItemFailures: [{ itemIdentifier: 's1' }] });
  assert.deepEqual(counted, ['/a']);
});
