import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askApproval } from './ask-approval.ts';

test('publishes a link for each answer, with the token encoded', async () => {
  const published: string[] = [];
  const handler = askApproval(async (subject, text) => void published.push(subject, text), 'https://api.example.com/a');
  await handler({ orderId: '7', total: 1500, token: 'a+b/c=' });
  assert.equal(published[0], 'Order 7 needs your approval');
  assert.match(published[1]!, /^Approve: https:\/\/api\.example\.com\/a\/yes\?token=a%2Bb%2Fc%3D$/m);
  assert.match(published[1]!, /^Refuse: https:\/\/api\.example\.com\/a\/no\?token=a%2Bb%2Fc%3D$/m);
});
