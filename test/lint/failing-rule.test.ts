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

it('says nothing of suppressions of a rule that fails', () => {
  const template = `Resources:
  Broken: {Type: AWS::SQS::Queue}
  # synth-ignore our-rule: this one is old
  Queue: {Type: AWS::SQS::Queue}
`;
  const { problems } = lint(template, { rules: [failing] });
  expect(problems.map(({ code }) => code)).toContain('own-rule-failed');
  expect(problems.map(({ code }) => code)).not.toContain('unused-suppression');
});

it('tells of a message whose data are missing', () => {
  const lacking = { ...failing, messages: { any: "'{id}' costs {price} in ${Stage}" } };
  const told = (data: Record<string, string>): string[] => {
    const rule = defineRule({
      ...lacking,
      on: ['AWS::SQS::Queue'],
      check: (_, cx) => cx.report('any', undefined, { data }),
    });
    const { problems } = lint('Resources: {Queue: {Type: AWS::SQS::Queue}}', { rules: [rule] });
    return problems.flatMap(({ code, message }) => (code.startsWith('our') || code.startsWith('own') ? [message] : []));
  };
  expect(told({ id: 'Queue', price: '1' })).toEqual(["'Queue' costs 1 in ${Stage}"]);
  expect(told({ id: 'Queue' })).toEqual([
    "The rule 'our-rule', which is not one of synth's, failed here: Error: the message 'any' names '{price}', which its data do not hold.",
  ]);
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
