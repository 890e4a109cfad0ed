import { afterEach, describe, expect, it, vi } from 'vitest';
import { Meaning } from '../../src/diff/meaning/meaning.ts';
import { review } from '../../src/review/index.ts';
import { diffOf } from './sides.ts';

const queue = (name: string) => `Resources: {Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: ${name}}}}`;
const problem = (what: string) => ({
  code: 'internal-error',
  level: 'error',
  message: `synth could not ${what} this template (TypeError: broken on purpose). Please report it with the template.`,
});

describe('an error of synth itself', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is a problem of the comparison and of the review, which do not throw', () => {
    vi.spyOn(Meaning.prototype, 'properties').mockImplementation(() => {
      throw new TypeError('broken on purpose');
    });
    const { change, problems } = diffOf(queue('a'), queue('b'));
    expect(change).toBeUndefined();
    expect(problems).toEqual({ before: [], after: [{ ...problem('compare'), file: 'new.yaml' }] });
    const role = 'Resources: {Url: {Type: AWS::Lambda::Url, Properties: {AuthType: NONE, TargetFunctionArn: a}}}';
    expect(review(role, { path: 'template.yaml' })).toEqual({
      problems: [{ ...problem('review'), file: 'template.yaml' }],
    });
  });
});
