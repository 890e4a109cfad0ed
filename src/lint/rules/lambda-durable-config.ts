import { defineRule } from '../../model/rule.ts';

const ranges = [
  { name: 'ExecutionTimeout', minimum: 1, maximum: 31_622_400, unit: 'seconds' },
  { name: 'RetentionPeriodInDays', minimum: 1, maximum: 90, unit: 'days' },
];

export const lambdaDurableConfig = defineRule({
  id: 'lambda-durable-config',
  level: 'error',
  category: 'limits',
  stage: 'expanded',
  title: 'Durable function limits',
  description:
    'A durable execution takes at most 366 days: `ExecutionTimeout` is 1 to 31,622,400 seconds. Its history is kept for 1 to 90 days (`RetentionPeriodInDays`, 14 unless set).',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-durableconfig.html',
  messages: { outside: "'DurableConfig.{name}' is {value}; it must be from {minimum} to {maximum} {unit}." },
  example: {
    in: 'function',
    fails: 'DurableConfig: {ExecutionTimeout: ‹0›}',
    passes: 'DurableConfig: {ExecutionTimeout: 3600}',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['DurableConfig'],
  check(fn, cx) {
    for (const range of ranges) {
      for (const { value, at } of fn.numbers('DurableConfig', range.name)) {
        // That a number must be an integer is the business of the type's specification.
        if (!Number.isInteger(value) || (value >= range.minimum && value <= range.maximum)) continue;
        cx.report('outside', at, { data: { ...range, value } });
      }
    }
  },
});
