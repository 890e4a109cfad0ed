import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerApproval } from './answer-approval.ts';

const request = (answer: string, token?: string) => ({
  pathParameters: { answer },
  queryStringParameters: token === undefined ? {} : { token },
});

test('hands the answer to the workflow', async () => {
  const outputs: unknown[] = [];
  const handler = answerApproval(async (token, output) => outputs.push([token, output]) > 0);
  assert.equal((await handler(request('yes', 't1'))).statusCode, 200);
  assert.equal((await handler(request('no', 't2'))).statusCode, 200);
  assert.deepEqual(outputs, [
    ['t1', { approved: true }],
    ['t2', { approved: false }],
  ]);
});

test('refuses a link that is not complete', async () => {
  const handler = answerApproval(() => assert.fail('must not go on'));
  assert.equal((await handler(request('maybe', 't1'))).statusCode, 400);
  assert.equal((await handler(request('yes'))).statusCode, 400);
});

test('says so where the workflow waits no longer', async () => {
  assert.equal((await answerApproval(async () => false)(request('yes', 't1'))).statusCode, 410);
});
