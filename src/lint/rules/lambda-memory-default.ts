import { defineRule } from '../../model/rule.ts';

export const lambdaMemoryDefault = defineRule({
  id: 'lambda-memory-default',
  level: 'info',
  category: 'cost',
  stage: 'expanded',
  title: 'Function uses the 128 MB default',
  description:
    'Without `MemorySize` a function has 128 MB and a small share of a CPU, so it is often slower and no cheaper than with more. Measure (for instance with AWS Lambda Power Tuning) and set it. One full vCPU is reached at 1,769 MB; a single-threaded runtime gains little above that.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  strict: ['unset'],
  messages: { unset: "'{id}' sets no 'MemorySize' and runs with 128 MB; measure what it needs." },
  example: {
    in: 'resources',
    fails: `
‹Orders›:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties:
    Runtime: nodejs24.x
    Handler: index.handler
    InlineCode: exports.handler = async () => {}
    MemorySize: 512`,
  },
  on: ['AWS::Lambda::Function'],
  check(fn, cx) {
    if (fn.lacks('MemorySize')) cx.report('unset', fn.at, { data: { id: fn.id } });
  },
});
