import { expect, it } from 'vitest';
import { errorsOf } from '../covered.ts';
import { gradual } from '../templates.ts';

it('codedeploy-needs-alias: other faults of the function are found beside it', () => {
  const template = gradual('{Type: AllAtOnce}', 'Timeout: 1000\nMemorySize: 64');
  expect(errorsOf(`Transform: AWS::Serverless-2016-10-31\n${template}`)).toEqual([
    '9:16 lambda-timeout-range',
    '10:19 lambda-memory-range',
    '11:7 codedeploy-needs-alias',
  ]);
});
