import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { type Answer, checkGreet } from './check-greet.ts';

mock.method(console, 'error', () => undefined);

const verdictOn = async (call: () => Promise<Answer>): Promise<string[]> => {
  const verdicts: string[] = [];
  const handler = checkGreet(call, async ({ DeploymentId }, verdict) => void verdicts.push(DeploymentId, verdict));
  await handler({ DeploymentId: 'd-1', LifecycleEventHookExecutionId: 'h-1' });
  return verdicts;
};

test('lets a version go on that greets', async () => {
  const answer = { statusCode: 200, body: '{"greeting": "Hello, test!"}' };
  assert.deepEqual(await verdictOn(async () => answer), ['d-1', 'Succeeded']);
});

test('stops a version that answers otherwise, or not at all', async () => {
  assert.deepEqual(await verdictOn(async () => ({ statusCode: 500 })), ['d-1', 'Failed']);
  assert.deepEqual(await verdictOn(async () => ({ statusCode: 200, body: 'Hello' })), ['d-1', 'Failed']);
  assert.deepEqual(await verdictOn(() => Promise.reject(new Error('no'))), ['d-1', 'Failed']);
});
