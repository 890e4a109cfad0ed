import { expect, it } from 'vitest';
import { matchesAction } from '../../../src/lint/facts/policies/action-pattern.ts';

const actions = ['s3:getobject', 's3:putobject', 'sqs:sendmessage'];

it.each([
  's3:GetObject',
  's3:Get*',
  '*',
  's3:*',
  's?:GetObject',
  '*Object',
  's3:*e*Obj??t',
  '**:send*sage',
  's3:getobject*',
])('%s matches an action', (pattern) => {
  expect(matchesAction(pattern, actions)).toBe(true);
});

it.each(['s3:Get', 's3:GetObject?', '*x*', 'S3', '', '?', 's3:*e*Obj???t', '*object*s', 'sqs:*send'])(
  '%s matches none',
  (pattern) => {
    expect(matchesAction(pattern, actions)).toBe(false);
  },
);

it('takes no time with many wildcards', () => {
  expect(matchesAction(`s3:${'*?'.repeat(100_000)}zz`, actions)).toBe(false);
  expect(matchesAction(`${'*a'.repeat(30)}b`, ['a'.repeat(60)])).toBe(false);
});
