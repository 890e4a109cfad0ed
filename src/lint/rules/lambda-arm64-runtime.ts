import { defineRule } from '../../model/rule.ts';

/** Runtimes of Amazon Linux 1, which exists for x86 only. */
const x86Only = new Set([
  ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x'],
  ...['python2.7', 'python3.6', 'python3.7', 'ruby2.5', 'java8', 'go1.x'],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'provided'],
]);

export const lambdaArm64Runtime = defineRule({
  id: 'lambda-arm64-runtime',
  level: 'error',
  category: 'correctness',
  stage: 'expanded',
  title: 'Runtime has no arm64 build',
  description:
    'The runtimes of Amazon Linux 1 exist for x86_64 only. Use a newer runtime, or leave `Architectures` out.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html',
  messages: { x86: '{runtime} exists for x86_64 only, not for arm64; choose a newer runtime, or x86_64.' },
  example: {
    in: 'resources',
    fails: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: ‹provided›, Handler: bootstrap, CodeUri: s3://code/orders.zip, Architectures: [arm64]}`,
    passes: `
Orders:
  Type: AWS::Serverless::Function
  Properties: {Runtime: provided.al2023, Handler: bootstrap, CodeUri: s3://code/orders.zip, Architectures: [arm64]}`,
    today: '2023-06-01',
  },
  on: ['AWS::Lambda::Function'],
  reads: ['Architectures'],
  check(fn, cx) {
    if (!fn.strings('Architectures', '*').some(({ value }) => value === 'arm64')) return;
    for (const { value: runtime, at } of fn.strings('Runtime')) {
      if (!x86Only.has(runtime)) continue;
      cx.report('x86', at, { data: { runtime }, related: [fn.place('Architectures')] });
    }
  },
});
