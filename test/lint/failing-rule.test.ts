import { expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { defineRule } from '../../src/model/rule.ts';

const failing = defineRule({
  id: 'our-rule',
  level: 'warning',
  category: 'style',
  stage: 'source',
  title: 'Ours',
  description: 'A rule of a project that expects more of a template than there is.',
  source: 'ours',
  messages: { any: 'any' },
  on: ['AWS::SQS::Queue'],
  check(queue) {
    queue.get('RedrivePolicy')!.toString();
  },
});

it('tells of a rule that fails, and goes on with the others', () => {
  const template = `Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {DelaySeconds: 901}
`;
  const { problems } = lint(template, { rules: [failing], path: 'template.yaml' });
  const found = problems.filter(({ level }) => level === 'error');
  expect(found.map(({ code, line, logicalId }) => [code, line, logicalId])).toEqual([
    ['own-rule-failed', 2, 'Queue'],
    ['sqs-attribute-range', 4, 'Queue'],
  ]);
  expect(found[0]!.message).toContain("'our-rule'");
});
